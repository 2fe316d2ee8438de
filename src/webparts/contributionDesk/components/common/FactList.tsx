import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';

const styles = mergeStyleSets({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 6,
    margin: 0,
    fontSize: 14,
    lineHeight: 20,
    overflowWrap: 'anywhere',
    selectors: {
      '> div': { display: 'grid', gridTemplateColumns: 'minmax(90px, 2fr) minmax(0, 5fr)', gap: 12 },
      dt: { color: 'var(--desk-quiet)' },
      dd: { margin: 0, minWidth: 0 }
    }
  }
});

/** A name and what is known under it. */
export type Fact = readonly [name: string, value: string | undefined];

/** Facts with their names; those of which nothing is known are left out. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): React.ReactElement {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}
