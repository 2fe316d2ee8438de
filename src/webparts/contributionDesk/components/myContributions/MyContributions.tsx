import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import type { Contribution } from '../../../../site/contribution';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { StandingBadge } from '../common/StandingBadge';
import { useDesk } from '../deskContext';

const SHOWN = 20;

const styles = mergeStyleSets({
  heading: { margin: '0 0 12px', fontSize: 18, lineHeight: 24, fontWeight: 600 },
  empty: { margin: 0, fontSize: 14, color: 'var(--desk-quiet)' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'grid',
    gap: 4,
    padding: '12px 0',
    borderTop: '1px solid var(--desk-line)',
    fontSize: 14,
    lineHeight: 20,
    selectors: { p: { margin: 0 } }
  },
  title: { color: 'var(--desk-link)', fontWeight: 600, overflowWrap: 'anywhere', selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', color: 'var(--desk-quiet)' }
});

/** Whose contributions are shown. */
export interface MyContributionsProps {
  readonly userId: number;
  /** Grows when something was submitted, so that the list is read again. */
  readonly version: number;
}

/** The person's newest contributions with their state. */
export function MyContributions({ userId, version }: MyContributionsProps): React.ReactElement {
  const { site, translator } = useDesk();
  const load = React.useCallback(() => site.contributions.createdByUser(userId, SHOWN), [site, userId, version]);
  const own = useLoaded(load);
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
          {own.value.map((contribution) => (
            <OwnContribution key={contribution.id} contribution={contribution} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OwnContribution({ contribution }: { readonly contribution: Contribution }): React.ReactElement {
  const { group, translator } = useDesk();
  const { url, title, fileName, docSymbol, docStatus, standing, createdAt, receivedAt } = contribution;
  const arrivedOn = (receivedAt ?? createdAt).toZonedDateTimeISO(group.zone).toPlainDate();
  return (
    <li className={styles.entry}>
      <p>
        <a className={styles.title} href={url} target="_blank" rel="noreferrer noopener" data-interception="off">
          <bdi>{title ?? fileName}</bdi>
        </a>
      </p>
      <p className={styles.facts}>
        {docSymbol !== undefined && <bdi>{docSymbol}</bdi>}
        {standing !== undefined && <StandingBadge standing={standing} />}
        {docStatus !== undefined && <span>{translator.t(`docStatus.${docStatus}`)}</span>}
        <time dateTime={arrivedOn.toString()}>{wordShortDate(arrivedOn, translator.language)}</time>
      </p>
    </li>
  );
}
