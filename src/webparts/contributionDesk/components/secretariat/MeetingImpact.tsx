import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import type { DeadlineChangeImpact, StandingImpact } from '../../../../rules/deadlineChangeImpact';
import type { PlannedReminder } from '../../../../rules/reminderPlan';
import { Notice } from '../common/Notice';
import { documentName } from './dossier';
import type { Dossier } from './dossier';
import { useSecretariat } from './secretariatContext';

/** What a change of a meeting does. */
export interface MeetingImpactProps {
  readonly impact: DeadlineChangeImpact;
  readonly dossiers: readonly Dossier[];
}

/** What a change of a meeting will do to documents and reminders, in words, before it is confirmed. */
export function MeetingImpact({ impact, dossiers }: MeetingImpactProps): React.ReactElement {
  const { words } = useSecretariat();
  const { changing, needDecision, droppedReminders, addedReminders } = impact;
  const isNothing = [changing, needDecision, droppedReminders, addedReminders].every(({ length }) => length === 0);
  return (
    <Notice tone={needDecision.length > 0 ? 'caution' : 'plain'} title={words.t('impact.heading')} role="status">
      {isNothing && <p>{words.t('impact.none')}</p>}
      {changing.length > 0 && <Standings intro={words.t('impact.changing', { count: changing.length })} impacts={changing} dossiers={dossiers} />}
      {needDecision.length > 0 && <Standings intro={words.t('impact.needDecision', { count: needDecision.length })} impacts={needDecision} dossiers={dossiers} />}
      {droppedReminders.length > 0 && <Reminders intro={words.t('impact.dropped', { count: droppedReminders.length })} reminders={droppedReminders} />}
      {addedReminders.length > 0 && <Reminders intro={words.t('impact.added', { count: addedReminders.length })} reminders={addedReminders} />}
    </Notice>
  );
}

function Standings({ intro, impacts, dossiers }: { readonly intro: string; readonly impacts: readonly StandingImpact[]; readonly dossiers: readonly Dossier[] }): React.ReactElement {
  const { translator, words } = useSecretariat();
  return (
    <div>
      <p>{intro}</p>
      <ul>
        {impacts.map(({ id, before, after }) => {
          const dossier = dossiers.find(({ contribution }) => contribution.id === id);
          return (
            <li key={id}>
              {words.t('impact.item', {
                document: isolate(dossier === undefined ? String(id) : documentName(dossier.contribution)),
                before: before === undefined ? '' : translator.t(`standing.${before}`),
                after: after === undefined ? words.t('impact.noDate') : translator.t(`standing.${after}`)
              })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Reminders({ intro, reminders }: { readonly intro: string; readonly reminders: readonly PlannedReminder[] }): React.ReactElement {
  const { translator, words } = useSecretariat();
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>{intro}</summary>
      <ul>
        {reminders.map(({ dueAt, deadlines, daysBefore }) => {
          const text = words.t('impact.reminder', {
            date: wordShortDate(dueAt.toPlainDate(), translator.language),
            deadlines: deadlines.map(({ kind }) => translator.t(`deadline.${kind}`)).join(' + ')
          });
          return <li key={`${dueAt.toString()}-${daysBefore}-${text}`}>{text}</li>;
        })}
      </ul>
    </details>
  );
}
