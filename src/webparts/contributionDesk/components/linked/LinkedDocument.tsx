import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { DefaultButton } from '../common/Button';
import { ShareButton } from '../common/ShareButton';
import { ShownPlace } from '../common/ShownPlace';
import { StandingBadge } from '../common/StandingBadge';
import { useDesk } from '../deskContext';
import { LinkedFacts } from './LinkedFacts';

const styles = mergeStyleSets({
  card: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12, padding: '16px 20px', border: '1px solid var(--desk-accent)', borderRadius: 6, fontSize: 14, lineHeight: 20 },
  kicker: { margin: 0, fontWeight: 600, color: 'var(--desk-quiet)' },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600, overflowWrap: 'anywhere', outline: 'none' },
  link: { color: 'var(--desk-link)', paddingBlock: 2, selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' }
});

/** A published document of somebody else, to be read. */
export function LinkedDocument({ contribution, onClose }: { readonly contribution: Contribution; readonly onClose: () => void }): React.ReactElement {
  const { translator } = useDesk();
  const { id, url, title, fileName, docSymbol, standing } = contribution;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);
  const place = { target: { kind: 'contribution', id }, name: title ?? fileName } as const;
  return (
    <article className={styles.card} aria-labelledby={`desk-linked-${id}`}>
      <p className={styles.kicker}>{translator.t('tab.contribution')}</p>
      <h3 ref={heading} id={`desk-linked-${id}`} tabIndex={-1} className={styles.heading}>
        <a className={styles.link} href={url} target="_blank" rel="noreferrer noopener" data-interception="off">
          <bdi>{title ?? fileName}</bdi>
        </a>
      </h3>
      <div className={styles.badges}>
        {docSymbol !== undefined && <bdi>{docSymbol}</bdi>}
        {standing !== undefined && <StandingBadge standing={standing} />}
        <span>{translator.t('docStatus.published')}</span>
      </div>
      <LinkedFacts contribution={contribution} />
      <div className={styles.buttons}>
        <DefaultButton text={translator.t('mine.close')} onClick={onClose} />
        <ShareButton {...place} />
      </div>
      <ShownPlace {...place} />
    </article>
  );
}
