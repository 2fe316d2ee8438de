import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import { formatSymbol, isCountedPart, seriesOf } from '../../../../rules/numbering';
import type { DocumentSeries } from '../../../../rules/numbering';
import { wordShortDate } from '../../../../messages/dates';
import type { Meeting } from '../../../../rules/meeting';
import type { Contribution } from '../../../../site/contribution';
import { FindingList } from '../common/FindingList';
import { Notice } from '../common/Notice';
import { SelectField } from '../submission/SelectField';
import { ASKS_ABOUT_FINDINGS, NEEDS_REASON } from './actionKinds';
import type { ActionKind } from './actionKinds';
import { Choices } from './Choices';
import { ConfirmForm } from './ConfirmForm';
import { DocumentComparison } from './DocumentComparison';
import type { Dossier } from './dossier';
import { formStyles as styles } from './forms.styles';
import { ReasonField } from './ReasonField';
import { useSecretariat } from './secretariatContext';
import { useConfirmedAction } from './useConfirmedAction';
import { wordEffect } from './wordEffect';

/** What is about to be done with which document. */
export interface ActionFormProps {
  readonly kind: ActionKind;
  readonly label: string;
  readonly dossier: Dossier;
  /** Whether the document's state still allows it. */
  readonly isPossible: boolean;
  /** The document that it belongs to, where that is known. */
  readonly whole?: Contribution;
  /** Called with the document as the library then has it, and a sentence that says so. */
  readonly onDone: (contribution: Contribution, message: string) => void;
  /** Called when the document turned out to have changed. */
  readonly onReread: (contribution: Contribution) => void;
  readonly onClose: () => void;
}

/** Says what will happen, asks for what that needs, and does it. What was typed stays, whatever the site answers. */
export function ActionForm({ kind, label, dossier, isPossible, whole, onDone, onReread, onClose }: ActionFormProps): React.ReactElement {
  const { group, meetings, site, translator, words } = useSecretariat();
  const { contribution, findings, question } = dossier;
  const { docStatus, docSymbol, meetingId, partKind, purpose = 'action' } = contribution;
  const id = `desk-action-${contribution.id}-${kind}`;
  const [reason, setReason] = React.useState('');
  const [target, setTarget] = React.useState<string>();
  const [series, setSeries] = React.useState<DocumentSeries>(seriesOf(purpose));
  const [isSure, setIsSure] = React.useState(false);
  const [isChecked, setIsChecked] = React.useState(false);

  const { isWorking, error, outdated, confirm } = useConfirmedAction(
    kind,
    contribution,
    (done, { meeting }) => onDone(done, words.t(`done.${kind}`, { symbol: isolate(done.docSymbol ?? docSymbol ?? ''), meeting: isolate(meeting?.title ?? '') })),
    onReread
  );

  const today = site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate();
  const targets = meetings.filter(({ id: other, status, end }) => other !== meetingId && status === 'planned' && end.since(today).sign >= 0);
  const meeting: Meeting | undefined = meetings.find((each) => (kind === 'reassign' ? String(each.id) === target : each.id === meetingId));
  const blocking = ASKS_ABOUT_FINDINGS.has(kind) ? findings.filter(({ severity }) => severity === 'blocks') : [];
  const needsWhole = (kind === 'number' || kind === 'publish') && partKind !== undefined && isCountedPart(partKind) && whole !== undefined && whole.docNumber === undefined;
  const problems = [
    NEEDS_REASON.has(kind) && reason.trim() === '' && `${id}-reason`,
    kind === 'reassign' && meeting === undefined && `${id}-meeting`,
    blocking.length > 0 && !isSure && `${id}-sure`
  ].filter((problem): problem is string => problem !== false);

  const submit = (): void => {
    setIsChecked(true);
    if (problems.length > 0) {
      document.getElementById(problems[0])?.focus();
    } else if (isPossible && !needsWhole) {
      confirm({ reason: reason.trim(), meeting, series: kind === 'number' && partKind === undefined ? series : undefined, question });
    }
  };

  return (
    <ConfirmForm
      id={id}
      title={label}
      level={5}
      confirmText={label}
      isWorking={isWorking}
      isPossible={isPossible && !needsWhole}
      error={error}
      action={kind}
      stale={
        outdated !== undefined && (
          <Notice tone="caution" role="alert" title={words.t('action.stale')}>
            <DocumentComparison shown={outdated} now={contribution} />
            <p>
              {isPossible
                ? words.t('action.stale.choose')
                : words.t('action.stale.gone', { status: docStatus === undefined ? '' : translator.t(`docStatus.${docStatus}`) })}
            </p>
          </Notice>
        )
      }
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{wordEffect(kind, dossier, translator, words)}</p>
      {needsWhole && (
        <Notice tone="caution">
          <p>{words.t('action.unnumberedWhole')}</p>
        </Notice>
      )}
      {kind === 'number' && partKind === undefined && (
        <Choices
          id={`${id}-series`}
          label={words.t('action.series')}
          value={series}
          options={[seriesOf(purpose), 'temporary' as const].map((value) => ({
            value,
            text: words.t(`series.${value}`, { example: isolate(formatSymbol({ series: value, number: 5, language: contribution.originalLanguage }, group)) })
          }))}
          onChange={setSeries}
        />
      )}
      {kind === 'reassign' && (
        <SelectField
          id={`${id}-meeting`}
          label={words.t('action.meeting')}
          placeholder={translator.t('form.choose')}
          options={targets.map((each) => ({ value: String(each.id), text: `${isolate(each.title)} · ${wordShortDate(each.start, translator.language)}` }))}
          value={target}
          error={isChecked && meeting === undefined ? words.t('action.meeting.missing') : undefined}
          onChange={setTarget}
        />
      )}
      {NEEDS_REASON.has(kind) && (
        <ReasonField id={`${id}-reason`} value={reason} hint={words.t(kind === 'admit' ? 'action.reason.admit' : 'action.reason.hint')} isChecked={isChecked} onChange={setReason} />
      )}
      {blocking.length > 0 && (
        <Notice tone="caution" title={words.t('action.blocked')}>
          <FindingList findings={blocking} />
          <label className={styles.choice}>
            <input id={`${id}-sure`} type="checkbox" checked={isSure} onChange={({ target: { checked } }) => setIsSure(checked)} />
            <span>{words.t('action.blocked.confirm')}</span>
          </label>
          {isChecked && !isSure && <p role="alert">{words.t('action.blocked.missing')}</p>}
        </Notice>
      )}
    </ConfirmForm>
  );
}
