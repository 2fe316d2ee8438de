import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { DeskTarget } from '../../../../site/deskTarget';
import { useFresh } from '../../hooks/useFresh';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useDesk } from '../deskContext';
import type { RequestedPart } from '../submission/newDetails';
import { familiesOf } from './families';
import { OwnContribution } from './OwnContribution';
import { readOwnFamilies } from './ownFamilies';

const SHOWN = 20;

const styles = mergeStyleSets({
  heading: { margin: '0 0 12px', fontSize: 18, lineHeight: 24, fontWeight: 600 },
  empty: { margin: 0, fontSize: 14, color: 'var(--desk-quiet)' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  family: { borderTop: '1px solid var(--desk-line)', padding: '12px 0' },
  parts: { listStyle: 'none', margin: '12px 0 0', padding: 0, paddingInlineStart: 12, borderInlineStart: '2px solid var(--desk-line)', display: 'grid', gap: 12 }
});

/** Whose contributions are shown. */
export interface MyContributionsProps {
  readonly userId: number;
  /** Grows when something was submitted, so that the list is read again. */
  readonly version: number;
  /** One of them to which a link leads. */
  readonly target: DeskTarget | undefined;
  /** Begins the submission of something that belongs to one of them; not offered without. */
  readonly onSubmitPart: ((part: RequestedPart) => void) | undefined;
}

/** The person's newest contributions with their state, each with what belongs to it below. Follows the library. */
export function MyContributions({ userId, version, target, onSubmitPart }: MyContributionsProps): React.ReactElement {
  const { site, translator } = useDesk();
  const load = React.useCallback(() => readOwnFamilies(site.contributions, userId, SHOWN, target?.id), [site, userId, version, target]);
  const targetOf = (id: number): DeskTarget | undefined => (target?.id === id ? target : undefined);
  const mark = React.useCallback(() => site.libraryMark(), [site]);
  const own = useFresh(load, mark);
  return (
    <section aria-labelledby="desk-mine">
      <h3 id="desk-mine" className={styles.heading}>
        {translator.t('mine.heading')}
      </h3>
      {own.status === 'loading' && <Skeleton lines={3} />}
      {own.status === 'failed' && <SiteProblem error={own.error} translator={translator} onRetry={own.retry} />}
      {own.status === 'ready' && own.value.length === 0 && <p className={styles.empty}>{translator.t('mine.empty')}</p>}
      {own.status === 'ready' && own.value.length > 0 && (
        <ul className={styles.list}>
          {familiesOf(own.value).map(({ root, parts }) => (
            <li key={root.id} className={styles.family}>
              <OwnContribution listed={root} isOwn={root.createdBy.id === userId} target={targetOf(root.id)} onSubmitPart={onSubmitPart} />
              {parts.length > 0 && (
                <ul className={styles.parts} aria-label={translator.t('mine.parts', { title: root.title ?? root.fileName })}>
                  {parts.map((part) => (
                    <li key={part.id}>
                      <OwnContribution listed={part} isOwn={part.createdBy.id === userId} target={targetOf(part.id)} onSubmitPart={onSubmitPart} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
