import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { useLoaded } from '../../hooks/useLoaded';
import { DefaultButton, PrimaryButton } from '../common/Button';
import { FindingList } from '../common/FindingList';
import { Notice } from '../common/Notice';
import { ShareButton } from '../common/ShareButton';
import { ShownPlace } from '../common/ShownPlace';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { StandingBadge } from '../common/StandingBadge';
import { ActionForm } from './ActionForm';
import { actionsFor } from './actionKinds';
import type { ActionKind } from './actionKinds';
import { DecisionList } from './DecisionList';
import { detailsStyles as styles } from './details.styles';
import { DocumentFacts } from './DocumentFacts';
import { DocumentFamily } from './DocumentFamily';
import type { Dossier } from './dossier';
import { dueOf } from './due';
import { useSecretariat } from './secretariatContext';

/** Which document is open. */
export interface DocumentDetailsProps {
  readonly dossier: Dossier;
  /** The document that it belongs to, where that is known. */
  readonly whole?: Contribution;
  /** What the button that closes it says. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Opens another document in the place of this one. */
  readonly onOpen: (contribution: Contribution) => void;
  /** Called with the document when an action changed it, or when it turned out to have changed. */
  readonly onChanged: (contribution: Contribution) => void;
  /** What else is told of it, at the end. */
  readonly children?: React.ReactNode;
}

/** Everything about one document, and what can be done with it in its state. */
export function DocumentDetails({ dossier, whole, closeLabel, onClose, onOpen, onChanged, children }: DocumentDetailsProps): React.ReactElement {
  const { group, meetings, site, translator, words } = useSecretariat();
  const { contribution, question } = dossier;
  // That finding speaks to the author; the secretariat is asked in words of its own.
  const findings = dossier.findings.filter(({ code }) => code !== 'standingInQuestion' || question === undefined);
  const { id, title, fileName, url, docSymbol, docStatus, standing, meetingId } = contribution;
  const [open, setOpen] = React.useState<ActionKind>();
  const [message, setMessage] = React.useState<string>();
  const [decided, setDecided] = React.useState(0);
  const loadDecisions = React.useCallback(() => site.decisions.ofContribution(id), [site, id, decided, docStatus]);
  const decisions = useLoaded(loadDecisions);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const focusHeading = (): void => heading.current?.focus();
  React.useEffect(focusHeading, []);

  const meeting = meetings.find((each) => each.id === meetingId);
  const kinds = actionsFor(dossier, meeting);
  const labelOf = (kind: ActionKind): string => words.t(kind === 'reassign' && meeting === undefined ? 'action.assign' : `action.${kind}`);
  const due = dueOf(contribution, site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate(), group.zone, words);
  const place = { target: { kind: 'contribution', id }, name: title ?? fileName } as const;
  const start = (kind: ActionKind): void => {
    setMessage(undefined);
    setOpen(kind);
  };
  return (
    <article className={styles.pane} aria-labelledby={`desk-details-${id}`} data-document={id}>
      <div className={styles.top}>
        <span className={docSymbol === undefined ? styles.unnumbered : styles.symbol}>{docSymbol === undefined ? words.t('list.notNumbered') : <bdi>{docSymbol}</bdi>}</span>
        <DefaultButton text={closeLabel} onClick={onClose} />
      </div>
      <h4 ref={heading} id={`desk-details-${id}`} tabIndex={-1} className={styles.heading}>
        <a className={styles.link} href={url} target="_blank" rel="noreferrer noopener" data-interception="off">
          <bdi>{title ?? fileName}</bdi>
        </a>
      </h4>
      <div className={styles.badges}>
        {standing !== undefined && <StandingBadge standing={standing} />}
        {docStatus !== undefined && <span>{translator.t(`docStatus.${docStatus}`)}</span>}
        {due !== undefined && <span>{[due.date, due.days].filter(Boolean).join(' · ')}</span>}
        <ShareButton {...place} />
        <ShownPlace {...place} />
      </div>
      <div role="status" className={styles.status}>
        {message !== undefined && (
          <Notice tone="good">
            <p>{message}</p>
          </Notice>
        )}
      </div>
      {question !== undefined && (
        <Notice tone="caution">
          <p>
            {words.t('details.question', {
              before: translator.t(`standing.${question.before}`),
              after: question.after === undefined ? words.t('details.question.noDate') : translator.t(`standing.${question.after}`)
            })}
          </p>
        </Notice>
      )}
      <section className={styles.section}>
        <h5 className={styles.subheading}>{words.t('details.actions')}</h5>
        {open === undefined ? (
          <div className={styles.buttons}>
            {kinds.map((kind, index) =>
              index === 0 && kind !== 'withdraw' ? (
                <PrimaryButton key={kind} text={labelOf(kind)} onClick={() => start(kind)} />
              ) : (
                <DefaultButton key={kind} text={labelOf(kind)} onClick={() => start(kind)} />
              )
            )}
          </div>
        ) : (
          <ActionForm
            key={open}
            kind={open}
            label={labelOf(open)}
            dossier={dossier}
            isPossible={kinds.includes(open)}
            whole={whole}
            onDone={(changed, said) => {
              setOpen(undefined);
              setMessage(said);
              setDecided((count) => count + 1);
              onChanged(changed);
              focusHeading();
            }}
            onReread={onChanged}
            onClose={() => {
              setOpen(undefined);
              focusHeading();
            }}
          />
        )}
      </section>
      <section className={styles.section}>
        <h5 className={styles.subheading}>{words.t('details.findings')}</h5>
        {findings.length === 0 ? <p className={styles.quiet}>{words.t('details.noFindings')}</p> : <FindingList findings={findings} />}
      </section>
      <DocumentFacts contribution={contribution} />
      <DocumentFamily contribution={contribution} onOpen={onOpen} />
      <section className={styles.section}>
        <h5 className={styles.subheading}>{words.t('details.decisions')}</h5>
        {decisions.status === 'loading' && <Skeleton lines={1} />}
        {decisions.status === 'failed' && <SiteProblem error={decisions.error} translator={translator} onRetry={decisions.retry} />}
        {decisions.status === 'ready' && decisions.value.length === 0 && <p className={styles.quiet}>{words.t('details.noDecisions')}</p>}
        {decisions.status === 'ready' && <DecisionList decisions={decisions.value} />}
      </section>
      {children}
    </article>
  );
}
