import { DefaultButton } from '@fluentui/react/lib/Button';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import type { Contribution } from '../../../../site/contribution';
import { FindingList } from '../common/FindingList';
import { Notice } from '../common/Notice';
import { StandingBadge } from '../common/StandingBadge';
import { useDesk } from '../deskContext';
import { CompleteForm } from './CompleteForm';
import { parseFindings } from './parseFindings';

const styles = mergeStyleSets({
  entry: {
    display: 'grid',
    gap: 8,
    padding: '12px 0',
    borderTop: '1px solid var(--desk-line)',
    fontSize: 14,
    lineHeight: 20,
    selectors: { p: { margin: 0 } }
  },
  title: { color: 'var(--desk-link)', fontWeight: 600, overflowWrap: 'anywhere', selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', color: 'var(--desk-quiet)' }
});

/**
 * One of the person's contributions: its state, what was found in it and what to do. A document that came another way
 * than through the form is completed here.
 */
export function OwnContribution({ listed }: { readonly listed: Contribution }): React.ReactElement {
  const { group, translator } = useDesk();
  const [contribution, setContribution] = React.useState(listed);
  const [isCompleting, setIsCompleting] = React.useState(false);
  const [isSaved, setIsSaved] = React.useState(false);
  React.useEffect(() => setContribution(listed), [listed]);
  const entry = React.useRef<HTMLLIElement>(null);
  const { url, title, fileName, docSymbol, docStatus, standing, partKind, createdAt, receivedAt } = contribution;
  const arrivedOn = (receivedAt ?? createdAt).toZonedDateTimeISO(group.zone).toPlainDate();
  // Once the form is saved, what was found before is out of date until the service has looked again.
  const findings = isSaved || docStatus === 'withdrawn' ? [] : parseFindings(contribution.findings);
  const lacksDetails = findings.some(({ code }) => code === 'metadataMissing');
  const close = (): void => {
    setIsCompleting(false);
    entry.current?.querySelector('a')?.focus();
  };
  return (
    <li ref={entry} className={styles.entry}>
      <p>
        <a className={styles.title} href={url} target="_blank" rel="noreferrer noopener" data-interception="off">
          <bdi>{title ?? fileName}</bdi>
        </a>
      </p>
      <p className={styles.facts}>
        {docSymbol !== undefined && <bdi>{docSymbol}</bdi>}
        {partKind !== undefined && <span>{translator.t(`form.partKind.${partKind}`)}</span>}
        {standing !== undefined && <StandingBadge standing={standing} />}
        {docStatus !== undefined && !isSaved && <span>{translator.t(`docStatus.${docStatus}`)}</span>}
        <time dateTime={arrivedOn.toString()}>{wordShortDate(arrivedOn, translator.language)}</time>
      </p>
      {isSaved && (
        <Notice tone="good" role="status">
          <p>{translator.t('mine.saved')}</p>
        </Notice>
      )}
      {findings.length > 0 && (
        <Notice tone={docStatus === 'needsAttention' ? 'caution' : 'plain'}>
          <FindingList findings={findings} />
          {lacksDetails && !isCompleting && <DefaultButton text={translator.t('mine.complete')} onClick={() => setIsCompleting(true)} />}
        </Notice>
      )}
      {isCompleting && (
        <CompleteForm
          contribution={contribution}
          onSaved={(saved) => {
            setContribution(saved);
            setIsSaved(true);
            close();
          }}
          onClose={close}
        />
      )}
    </li>
  );
}
