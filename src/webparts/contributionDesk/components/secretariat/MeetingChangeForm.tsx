import { useTheme } from '@fluentui/react/lib/Theme';
import * as React from 'react';
import { wordDeadline } from '../../../../messages/dates';
import { wordRule } from '../../../../messages/deadline';
import { deadlinesOf } from '../../../../rules/deadlines';
import type { Meeting } from '../../../../rules/meeting';
import type { MeetingDecisionKind, ShownMeeting } from '../../../../site/meetingActions';
import { Notice } from '../common/Notice';
import { Choices } from './Choices';
import { ConfirmForm } from './ConfirmForm';
import { DateField } from './DateField';
import type { Dossier } from './dossier';
import { formStyles as styles } from './forms.styles';
import { changedMeeting, draftOf, impactOf } from './meetingChange';
import type { MeetingDraft, MeetingProblem } from './meetingChange';
import { MeetingComparison } from './MeetingComparison';
import { MeetingImpact } from './MeetingImpact';
import { ReasonField } from './ReasonField';
import { useSecretariat } from './secretariatContext';
import { useMeetingChange } from './useMeetingChange';

const ID = 'desk-meeting-change';

/** Which change of which meeting. */
export interface MeetingChangeFormProps {
  readonly kind: MeetingDecisionKind;
  readonly label: string;
  readonly shown: ShownMeeting;
  readonly dossiers: readonly Dossier[];
  readonly onDone: (after: Meeting) => void;
  readonly onClose: () => void;
}

/** Asks for the new dates and the reason, says what that changes, and records it once that is confirmed. */
export function MeetingChangeForm({ kind, label, shown, dossiers, onDone, onClose }: MeetingChangeFormProps): React.ReactElement {
  const { group, site, translator, words } = useSecretariat();
  const isDark = useTheme().isInverted;
  const { base, isWorking, error, isStale, confirm } = useMeetingChange(kind, shown, onDone);
  const [draft, setDraft] = React.useState(() => draftOf(shown.meeting));
  const [isChecked, setIsChecked] = React.useState(false);
  const change = (changes: Partial<MeetingDraft>): void => setDraft((before) => ({ ...before, ...changes }));

  const result = changedMeeting(kind, base.meeting, draft);
  const after = typeof result === 'string' ? undefined : result;
  const problem = typeof result === 'string' ? result : undefined;
  const errorOf = (...problems: MeetingProblem[]): string | undefined =>
    problem !== undefined && problems.includes(problem) && (isChecked || problem !== 'same') ? words.t(`meeting.problem.${problem}`) : undefined;
  const impact = React.useMemo(
    () => after && impactOf(base.meeting, after, dossiers, group, site.clock.now()),
    // The change by its content: every rendering makes another object of it.
    [JSON.stringify(after), base, dossiers, group, site]
  );
  const hasDates = kind === 'extendDeadline' || (kind === 'postpone' && !draft.isUndated);
  const { binding, publication } = deadlinesOf(after ?? base.meeting, group);

  const submit = (): void => {
    setIsChecked(true);
    if (after === undefined) {
      document.getElementById(`${ID}-${problem === 'end' || problem === 'start' ? problem : kind === 'postpone' && problem === 'same' ? 'start' : 'deadline'}`)?.focus();
    } else if (draft.reason.trim() === '') {
      document.getElementById(`${ID}-reason`)?.focus();
    } else {
      confirm(after, draft.reason.trim());
    }
  };

  return (
    <ConfirmForm
      id={ID}
      title={label}
      level={4}
      confirmText={label}
      isWorking={isWorking}
      error={error}
      stale={
        isStale && (
          <Notice tone="caution" role="alert" title={words.t('meeting.stale')}>
            <p>{words.t('meeting.stale.next')}</p>
            <MeetingComparison kind={kind} now={base.meeting} draft={draft} />
          </Notice>
        )
      }
      onConfirm={submit}
      onClose={onClose}
    >
      {kind === 'cancel' && <p>{words.t('meeting.cancel.effect')}</p>}
      {kind === 'postpone' && (
        <Choices
          id={`${ID}-dated`}
          label={words.t('meeting.dates')}
          value={draft.isUndated ? 'undated' : 'dated'}
          options={[
            { value: 'dated', text: words.t('meeting.postpone.dated') },
            { value: 'undated', text: words.t('meeting.postpone.undated') }
          ]}
          onChange={(value) => change({ isUndated: value === 'undated' })}
        />
      )}
      {kind === 'postpone' && draft.isUndated && <p>{words.t('meeting.undated.effect')}</p>}
      {kind === 'postpone' && !draft.isUndated && (
        <div className={styles.row}>
          <DateField id={`${ID}-start`} label={words.t('meeting.start')} isRequired isDark={isDark} value={draft.start} error={errorOf('start', 'same')} onChange={(start) => change({ start })} />
          <DateField id={`${ID}-end`} label={words.t('meeting.end')} isDark={isDark} value={draft.end} error={errorOf('end')} onChange={(end) => change({ end })} />
        </div>
      )}
      {hasDates && (
        <DateField
          id={`${ID}-deadline`}
          label={words.t('meeting.agreedDeadline')}
          isDark={isDark}
          value={draft.agreedDeadline}
          hint={words.t('meeting.extendDeadline.hint', { date: wordDeadline(publication, group, translator) })}
          error={kind === 'extendDeadline' ? errorOf('deadline', 'same') : errorOf('deadline')}
          onChange={(agreedDeadline) => change({ agreedDeadline })}
        />
      )}
      {hasDates && after !== undefined && <p>{words.t('meeting.binding', { date: wordDeadline(binding, group, translator), rule: wordRule(binding, translator) })}</p>}
      {impact !== undefined && <MeetingImpact impact={impact} dossiers={dossiers} />}
      {impact === undefined && problem !== 'same' && <p>{words.t('impact.incomplete')}</p>}
      <ReasonField id={`${ID}-reason`} value={draft.reason} hint={words.t('action.reason.hint')} isChecked={isChecked} onChange={(reason) => change({ reason })} />
    </ConfirmForm>
  );
}
