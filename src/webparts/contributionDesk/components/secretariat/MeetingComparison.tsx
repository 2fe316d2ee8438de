import * as React from 'react';
import { Temporal } from 'temporal-polyfill';
import { wordShortDate } from '../../../../messages/dates';
import type { Meeting, MeetingStatus } from '../../../../rules/meeting';
import type { MeetingDecisionKind } from '../../../../site/meetingActions';
import { formStyles as styles } from './forms.styles';
import type { MeetingDraft } from './meetingChange';
import { useSecretariat } from './secretariatContext';

/** A meeting and a change that was decided upon an earlier state of it. */
export interface MeetingComparisonProps {
  readonly kind: MeetingDecisionKind;
  readonly now: Meeting;
  readonly draft: MeetingDraft;
}

/** The meeting as it is now beside what was typed. */
export function MeetingComparison({ kind, now, draft }: MeetingComparisonProps): React.ReactElement {
  const { translator, words } = useSecretariat();
  const wordDate = (date: string | undefined): string => (date === undefined || date === '' ? words.t('meeting.none') : wordShortDate(Temporal.PlainDate.from(date), words.language));
  const wordStatus = (status: MeetingStatus): string => words.t(`meetingStatus.${status}`);
  const typedStatus = kind === 'cancel' ? 'cancelled' : kind === 'extendDeadline' ? now.status : draft.isUndated ? 'postponed' : 'planned';
  const hasDates = kind === 'postpone' && !draft.isUndated;
  const rows: readonly (readonly [string, string, string])[] = [
    [translator.t('field.status'), wordStatus(now.status), wordStatus(typedStatus)],
    [words.t('meeting.start'), wordDate(now.start.toString()), wordDate(hasDates ? draft.start : now.start.toString())],
    [words.t('meeting.end'), wordDate(now.end.toString()), wordDate(hasDates ? draft.end : now.end.toString())],
    [words.t('meeting.agreedDeadline'), wordDate(now.agreedDeadline?.toString()), wordDate(hasDates || kind === 'extendDeadline' ? draft.agreedDeadline : now.agreedDeadline?.toString())]
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(['column', 'now', 'typed'] as const).map((name) => (
            <th key={name} scope="col">
              {words.t(`meeting.stale.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, is, typed]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{is}</td>
            <td>{is === typed ? typed : <strong>{typed}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
