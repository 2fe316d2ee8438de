import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import type { Contribution } from '../../../../site/contribution';
import type { DeskTarget } from '../../../../site/deskTarget';
import { DefaultButton } from '../common/Button';
import { FindingList } from '../common/FindingList';
import { Notice } from '../common/Notice';
import { ShareButton } from '../common/ShareButton';
import { ShownPlace } from '../common/ShownPlace';
import { StandingBadge } from '../common/StandingBadge';
import { useDesk } from '../deskContext';
import { LinkedFacts } from '../linked/LinkedFacts';
import type { RequestedPart } from '../submission/newDetails';
import { CompleteForm } from './CompleteForm';
import { OwnActions } from './OwnActions';
import { parseFindings } from './parseFindings';

const styles = mergeStyleSets({
  entry: {
    display: 'grid',
    gap: 8,
    fontSize: 14,
    lineHeight: 20,
    selectors: { p: { margin: 0 }, '&[data-linked=true]': { borderInlineStart: '4px solid var(--desk-accent)', paddingInlineStart: 12 } }
  },
  title: { color: 'var(--desk-link)', fontWeight: 600, paddingBlock: 4, overflowWrap: 'anywhere', selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', color: 'var(--desk-quiet)' }
});

/** One contribution of the list. */
export interface OwnContributionProps {
  readonly listed: Contribution;
  /** Whether the person submitted it; somebody else's is there because one of the person's own belongs to it. */
  readonly isOwn: boolean;
  /** The link that leads to it, if one does. */
  readonly target: DeskTarget | undefined;
  readonly onSubmitPart: ((part: RequestedPart) => void) | undefined;
}

/**
 * One of the person's contributions: its state, what was found in it and what to do. A document that came another way
 * than through the form is completed here.
 */
export function OwnContribution({ listed, isOwn, target, onSubmitPart }: OwnContributionProps): React.ReactElement {
  const { group, translator } = useDesk();
  const [contribution, setContribution] = React.useState(listed);
  const [isCompleting, setIsCompleting] = React.useState(false);
  const [savedEtag, setSavedEtag] = React.useState<string>();
  React.useEffect(() => setContribution(listed), [listed]);
  const entry = React.useRef<HTMLDivElement>(null);
  const { url, title, fileName, docSymbol, docStatus, standing, partKind, originalLanguage, createdAt, receivedAt } = contribution;
  const arrivedOn = (receivedAt ?? createdAt).toZonedDateTimeISO(group.zone).toPlainDate();
  const isWithdrawn = docStatus === 'withdrawn';
  // Once the form is saved, what was found before is out of date until the service has looked again.
  const isSaved = contribution.etag === savedEtag;
  const findings = isSaved || isWithdrawn || !isOwn ? [] : parseFindings(contribution.findings);
  const lacksDetails = findings.some(({ code }) => code === 'metadataMissing');
  const focusTitle = (): void => entry.current?.querySelector('a')?.focus();
  React.useEffect(() => {
    if (target !== undefined) {
      focusTitle();
      entry.current?.scrollIntoView({ block: 'center' });
    }
  }, [target]);
  const place = { target: { kind: 'contribution', id: contribution.id }, name: title ?? fileName } as const;
  const close = (): void => {
    setIsCompleting(false);
    focusTitle();
  };
  return (
    <div ref={entry} className={styles.entry} data-linked={target !== undefined}>
      <p>
        <a className={styles.title} href={url} target="_blank" rel="noreferrer noopener" data-interception="off">
          <bdi>{title ?? fileName}</bdi>
        </a>
      </p>
      <p className={styles.facts}>
        {docSymbol !== undefined && <bdi>{docSymbol}</bdi>}
        {partKind !== undefined && <span>{translator.t(`form.partKind.${partKind}`)}</span>}
        {partKind === 'languageVersion' && originalLanguage !== undefined && <span>{languageName(originalLanguage, translator.language)}</span>}
        {standing !== undefined && !isWithdrawn && <StandingBadge standing={standing} />}
        {docStatus !== undefined && !isSaved && <span>{translator.t(`docStatus.${docStatus}`)}</span>}
        <time dateTime={arrivedOn.toString()}>{wordShortDate(arrivedOn, translator.language)}</time>
      </p>
      {target !== undefined && (
        <>
          <LinkedFacts contribution={contribution} />
          <ShownPlace {...place} />
        </>
      )}
      {!isWithdrawn && <ShareButton {...place} />}
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
            setSavedEtag(saved.etag);
            close();
          }}
          onClose={close}
        />
      )}
      {isOwn && !isWithdrawn && (
        <OwnActions
          contribution={contribution}
          onSubmitPart={onSubmitPart}
          onWithdrawn={(withdrawn) => {
            setContribution(withdrawn);
            focusTitle();
          }}
        />
      )}
    </div>
  );
}
