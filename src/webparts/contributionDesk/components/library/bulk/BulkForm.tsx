import * as React from 'react';
import { wordShortDate } from '../../../../../messages/dates';
import { isolate } from '../../../../../messages/isolate';
import { languageName } from '../../../../../messages/locale';
import type { Contribution } from '../../../../../site/contribution';
import { useLoaded } from '../../../hooks/useLoaded';
import { DefaultButton, PrimaryButton } from '../../common/Button';
import { Icon } from '../../common/Icon';
import { Notice } from '../../common/Notice';
import { problemKind } from '../../common/problemKind';
import { SiteProblem } from '../../common/SiteProblem';
import { Skeleton } from '../../common/Skeleton';
import { NEEDS_REASON } from '../../secretariat/actionKinds';
import type { ActionKind } from '../../secretariat/actionKinds';
import { DocumentComparison } from '../../secretariat/DocumentComparison';
import { documentName } from '../../secretariat/dossier';
import { formStyles } from '../../secretariat/forms.styles';
import { ReasonField } from '../../secretariat/ReasonField';
import { SelectField } from '../../submission/SelectField';
import { libraryStyles as styles } from '../library.styles';
import { useLibrary } from '../libraryContext';
import type { BulkKind } from './bulkKinds';
import { CAN_BE_UNDONE } from './bulkKinds';
import { canBeUndone, performStep, undoStep } from './bulkWork';
import type { BulkResult, BulkTools } from './bulkWork';
import { LongList } from './LongList';
import { planBulk } from './planBulk';
import type { BulkStep } from './planBulk';
import { readSubjects } from './readSubjects';

/** What is to be done with which documents. */
export interface BulkFormProps {
  readonly kind: BulkKind;
  /** As the person saw them when they selected them. */
  readonly documents: readonly Contribution[];
  /** Called with a document as it has become. */
  readonly onChanged: (document: Contribution) => void;
  readonly onClose: () => void;
}

/**
 * An action upon several documents: what will happen to each is shown first, then it is done one after the other, and what
 * became of each stays, with a way back where there is one.
 */
export function BulkForm({ kind, documents, onChanged, onClose }: BulkFormProps): React.ReactElement {
  const { authorNotices, documentActions, group, languageSite, meetings, site, texts, translator, words } = useLibrary();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);
  const [targetId, setTargetId] = React.useState<string>();
  const [reason, setReason] = React.useState('');
  const [isChecked, setIsChecked] = React.useState(false);
  const [results, setResults] = React.useState<readonly BulkResult[]>();
  const [isWorking, setIsWorking] = React.useState(false);
  const wantsStop = React.useRef(false);
  // What was selected stays what it was when the form was opened: that is what the person decides upon.
  const [selected] = React.useState(documents);
  const [readCount, setReadCount] = React.useState(0);
  const load = React.useCallback(() => readSubjects(kind, selected, { site, languageSite, group }, setReadCount), [kind, selected, site, languageSite, group]);
  const subjects = useLoaded(load);

  const today = site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate();
  const targets = meetings.filter(({ status, end }) => status === 'planned' && end.since(today).sign >= 0);
  const target = targets.find(({ id }) => String(id) === targetId);
  const known = subjects.status === 'ready' ? subjects.value : undefined;
  const plan = React.useMemo(() => (known === undefined ? [] : planBulk(kind, known, meetings, target, group)), [known, kind, meetings, target, group]);
  const todo = plan.filter(({ refusal }) => refusal === undefined);
  const left = plan.filter(({ refusal }) => refusal !== undefined);
  const needsReason = NEEDS_REASON.has(kind as ActionKind);
  const tools: BulkTools = { site, actions: documentActions, languageSite, authorNotices, meetings, group };

  const confirm = async (): Promise<void> => {
    setIsChecked(true);
    const missing = kind === 'reassign' && target === undefined ? 'desk-bulk-meeting' : needsReason && reason.trim() === '' ? 'desk-bulk-reason' : undefined;
    if (missing !== undefined) {
      document.getElementById(missing)?.focus();
      return;
    }
    setIsWorking(true);
    wantsStop.current = false;
    const done: BulkResult[] = [];
    for (const step of todo) {
      done.push(wantsStop.current ? { status: 'stopped', shown: step.dossier.contribution } : await take(step));
      setResults([...done]);
    }
    setIsWorking(false);
    heading.current?.focus();
  };
  const take = async (step: BulkStep): Promise<BulkResult> => {
    const result = await performStep(kind, step, { reason: reason.trim(), target }, tools);
    if (result.status === 'done' || result.status === 'changed') {
      onChanged(result.now);
    }
    return result;
  };
  /** Replaces results by what becomes of them, one after the other. */
  const replace = async (wanted: readonly BulkResult[], become: (result: BulkResult) => Promise<BulkResult>): Promise<void> => {
    setIsWorking(true);
    for (const result of wanted) {
      const next = await become(result);
      setResults((known) => known?.map((each) => (each === result ? next : each)));
    }
    setIsWorking(false);
  };
  /** The person saw both versions and chose to decide upon the newer. */
  const takeNewer = async (result: BulkResult): Promise<BulkResult> => {
    if (result.status !== 'changed') {
      return result;
    }
    const [step] = planBulk(kind, await readSubjects(kind, [result.now], { site, languageSite, group }), meetings, target, group);
    return step.refusal === undefined ? take(step) : { ...result, status: 'stopped' };
  };
  const undo = async (result: BulkResult): Promise<BulkResult> => {
    if (!canBeUndone(kind, result, meetings)) {
      return result;
    }
    const undone = await undoStep(kind, result, texts.t('bulk.undo.reason', { reason: reason.trim() }), tools);
    if (undone.status === 'done' && undone.isUndone === true) {
      onChanged(undone.now);
    }
    return undone;
  };

  const undoable = (results ?? []).filter((result) => canBeUndone(kind, result, meetings));
  const counted = (status: BulkResult['status']): number => (results ?? []).filter((result) => result.status === status).length;
  return (
    <form
      className={formStyles.form}
      noValidate
      aria-labelledby="desk-bulk-heading"
      data-bulk={kind}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking && results === undefined) {
          void confirm();
        }
      }}
    >
      <h4 ref={heading} id="desk-bulk-heading" tabIndex={-1} className={formStyles.heading}>
        {texts.t('bulk.heading', { action: texts.t(`bulk.${kind}`), count: selected.length })}
      </h4>
      {subjects.status === 'loading' && (
        <>
          <p>{texts.t('bulk.reading', { done: readCount, total: selected.length })}</p>
          <Skeleton lines={4} />
        </>
      )}
      {subjects.status === 'failed' && <SiteProblem error={subjects.error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={subjects.retry} />}
      {subjects.status === 'ready' && results === undefined && (
        <>
          <p>{texts.t(`bulk.${kind}.effect`)}</p>
          {!CAN_BE_UNDONE.has(kind) && <p>{texts.t('bulk.final')}</p>}
          {kind === 'reassign' && (
            <SelectField
              id="desk-bulk-meeting"
              label={words.t('action.meeting')}
              placeholder={translator.t('form.choose')}
              options={targets.map(({ id, title, start }) => ({ value: String(id), text: `${isolate(title)} · ${wordShortDate(start, translator.language)}` }))}
              value={targetId}
              error={isChecked && target === undefined ? words.t('action.meeting.missing') : undefined}
              onChange={setTargetId}
            />
          )}
          {needsReason && <ReasonField id="desk-bulk-reason" value={reason} hint={words.t(kind === 'admit' ? 'action.reason.admit' : 'action.reason.hint')} isChecked={isChecked} onChange={setReason} />}
          {todo.length > 0 && (
            <section>
              <h5 className={formStyles.heading}>{texts.t('bulk.todo', { count: todo.length })}</h5>
              <LongList items={todo} testId="bulk-todo">
                {({ dossier: { contribution }, symbol, languages }) => (
                  <li key={contribution.id}>
                    <Named document={contribution} />
                    <span className={styles.quiet}>
                      {[
                        symbol === undefined ? undefined : texts.t('bulk.symbol', { symbol: isolate(symbol) }),
                        languages?.map((language) => languageName(language, translator.language)).join(', '),
                        texts.t('bulk.author', { person: isolate(contribution.createdBy.name) })
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                )}
              </LongList>
            </section>
          )}
          {left.length > 0 && (
            <section>
              <h5 className={formStyles.heading}>{texts.t('bulk.left', { count: left.length })}</h5>
              <LongList items={left} testId="bulk-left">
                {({ dossier: { contribution }, refusal = 'state' }) => (
                  <li key={contribution.id}>
                    <Named document={contribution} />
                    <span className={styles.refused}>{texts.t(`refusal.${refusal}`, { status: contribution.docStatus === undefined ? '' : translator.t(`docStatus.${contribution.docStatus}`) })}</span>
                  </li>
                )}
              </LongList>
            </section>
          )}
        </>
      )}
      <p role="status">
        {results === undefined
          ? ''
          : isWorking
            ? texts.t('bulk.progress', { done: results.length, total: todo.length })
            : texts.t('bulk.result', { done: counted('done'), total: results.length })}
      </p>
      {results !== undefined && (
        <LongList items={wantedFirst(results)} testId="bulk-results">
          {(result) => (
            <li key={result.shown.id} data-result={result.status}>
              <Named document={'now' in result ? result.now : result.shown} />
              <Outcome kind={kind} result={result} />
              {result.status === 'changed' && (
                <Notice tone="caution" title={words.t('action.stale')}>
                  <DocumentComparison shown={result.shown} now={result.now} />
                  <div className={formStyles.buttons}>
                    <DefaultButton disabled={isWorking} allowDisabledFocus text={texts.t('bulk.takeNewer')} onClick={() => void replace([result], takeNewer)} />
                    <DefaultButton disabled={isWorking} allowDisabledFocus text={texts.t('bulk.leave')} onClick={() => void replace([result], async () => ({ status: 'stopped', shown: result.now }))} />
                  </div>
                </Notice>
              )}
            </li>
          )}
        </LongList>
      )}
      <div className={formStyles.buttons}>
        {results === undefined && <PrimaryButton type="submit" text={texts.t('bulk.confirm', { action: texts.t(`bulk.${kind}`), count: todo.length })} allowDisabledFocus disabled={isWorking || todo.length === 0} />}
        {isWorking && <DefaultButton text={texts.t('bulk.stop')} onClick={() => (wantsStop.current = true)} />}
        {results !== undefined && !isWorking && undoable.length > 0 && <DefaultButton text={texts.t('bulk.undo', { count: undoable.length })} onClick={() => void replace(undoable, undo)} />}
        {!isWorking && <DefaultButton text={words.t('details.close')} onClick={onClose} />}
      </div>
    </form>
  );
}

/** What waits for the person, or went wrong, before what is done: it must not lie below hundreds of others. */
function wantedFirst(results: readonly BulkResult[]): BulkResult[] {
  const rank = ({ status }: BulkResult): number => (status === 'changed' ? 0 : status === 'failed' ? 1 : 2);
  return [...results].sort((one, other) => rank(one) - rank(other));
}

function Named({ document }: { readonly document: Contribution }): React.ReactElement {
  const name = documentName(document);
  return (
    <span>
      <bdi>{name}</bdi>
      {document.title !== undefined && document.title !== name && (
        <>
          {' · '}
          <bdi>{document.title}</bdi>
        </>
      )}
    </span>
  );
}

/** What became of a document, in words beside a sign. */
function Outcome({ kind, result }: { readonly kind: BulkKind; readonly result: BulkResult }): React.ReactElement | null {
  const { texts, translator } = useLibrary();
  switch (result.status) {
    case 'done':
      return (
        <span className={styles.outcome}>
          <Icon name={result.error === undefined ? 'check' : 'error'} size={16} />
          {result.error !== undefined ? texts.t('bulk.undo.failed', { problem: translator.t(`error.${problemKind(result.error)}`) }) : texts.t(result.isUndone === true ? 'bulk.undone' : `bulk.${kind}.done`)}
        </span>
      );
    case 'failed':
      return (
        <span className={styles.outcome}>
          <Icon name="error" size={16} />
          {translator.t(`error.${problemKind(result.error)}`)}
        </span>
      );
    case 'stopped':
      return (
        <span className={styles.outcome}>
          <Icon name="dash" size={16} />
          {texts.t('bulk.notDone')}
        </span>
      );
    case 'changed':
      return null;
  }
}
