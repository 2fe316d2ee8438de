import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordDateRange, wordShortDate } from '../../../../messages/dates';
import { wordDaysLeft } from '../../../../messages/deadline';
import { daysLeft, deadlineList, deadlinesOf } from '../../../../rules/deadlines';
import type { Deadline } from '../../../../rules/deadlines';
import type { Meeting } from '../../../../rules/meeting';
import { SiteError } from '../../../../site/errors';
import type { Decision } from '../../../../site/decisions';
import type { MeetingDecisionKind, ShownMeeting } from '../../../../site/meetingActions';
import { toneStyle } from '../../theme/tones';
import type { Tone } from '../../theme/tones';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { ShareButton } from '../common/ShareButton';
import { ShownPlace } from '../common/ShownPlace';
import { SiteProblem } from '../common/SiteProblem';
import { DecisionList } from './DecisionList';
import type { Dossier } from './dossier';
import { MeetingChangeForm } from './MeetingChangeForm';
import { useSecretariat } from './secretariatContext';

const TONES: Readonly<Record<Meeting['status'], Tone>> = { planned: 'good', postponed: 'caution', cancelled: 'bad', held: 'plain' };

const styles = mergeStyleSets({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16, fontSize: 14, lineHeight: 20, selectors: { p: { margin: 0 } } },
  head: { display: 'flex', flexWrap: 'wrap', gap: '6px 16px', alignItems: 'center' },
  title: { margin: 0, fontSize: 22, lineHeight: 28, fontWeight: 600, overflowWrap: 'anywhere', outline: 'none', textWrap: 'balance', flexBasis: '100%' },
  state: { padding: '1px 10px', borderWidth: 1, borderStyle: 'solid', borderRadius: 12, fontSize: 13, fontWeight: 600 },
  deadlines: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 150px), 1fr))', gap: '12px 20px', margin: 0, selectors: { dt: { color: 'var(--desk-quiet)' }, dd: { margin: 0 } } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  quiet: { color: 'var(--desk-quiet)' },
  /** Out of the way of the gaps while it says nothing. */
  status: { selectors: { ':empty': { position: 'absolute' } } },
  decisions: { selectors: { summary: { cursor: 'pointer', color: 'var(--desk-link)', width: 'fit-content', marginBottom: 8 } } }
});

/** The meeting that was chosen. */
export interface MeetingPanelProps {
  readonly meeting: Meeting;
  readonly dossiers: readonly Dossier[];
  /** Decisions about the meeting itself. */
  readonly decisions: readonly Decision[];
  /** Called when the meeting was changed. */
  readonly onChanged: () => void;
}

/** A meeting with its dates, deadlines and state, and the changes that can be decided. */
export function MeetingPanel({ meeting, dossiers, decisions, onChanged }: MeetingPanelProps): React.ReactElement {
  const { group, site, translator, words } = useSecretariat();
  const { language } = translator;
  const [form, setForm] = React.useState<{ readonly kind: MeetingDecisionKind; readonly shown: ShownMeeting }>();
  const [error, setError] = React.useState<unknown>();
  const [message, setMessage] = React.useState<string>();
  const title = React.useRef<HTMLHeadingElement>(null);
  const { status, start, end } = meeting;
  const isPostponed = status === 'postponed';
  const now = site.clock.now();
  const deadlines = deadlinesOf(meeting, group);
  const isOverruled = ({ kind }: Deadline): boolean => (kind === 'agreed' || kind === 'publication') && kind !== deadlines.binding.kind;
  const kinds: readonly MeetingDecisionKind[] = status === 'planned' ? ['extendDeadline', 'postpone', 'cancel'] : isPostponed ? ['postpone', 'cancel'] : status === 'cancelled' ? ['postpone'] : [];
  const labelOf = (kind: MeetingDecisionKind): string => words.t(kind === 'postpone' && status !== 'planned' ? 'meeting.change.newDates' : `meeting.change.${kind}`);

  const open = async (kind: MeetingDecisionKind): Promise<void> => {
    setError(undefined);
    setMessage(undefined);
    try {
      const shown = await site.meetings.getForChange(meeting.id);
      if (shown === undefined) {
        throw new SiteError('notFound', `Meeting ${meeting.id} is no longer there`);
      }
      setForm({ kind, shown });
    } catch (problem) {
      setError(problem);
    }
  };
  const close = (): void => {
    setForm(undefined);
    title.current?.focus();
  };
  const place = { target: { kind: 'meeting', id: meeting.id }, name: meeting.title } as const;
  return (
    <section className={styles.panel} aria-labelledby="desk-meeting-title">
      <div className={styles.head}>
        <h2 ref={title} id="desk-meeting-title" tabIndex={-1} className={styles.title}>
          <bdi>{meeting.title}</bdi>
        </h2>
        <span className={styles.state} style={toneStyle(TONES[status])}>
          {words.t(`meetingStatus.${status}`)}
        </span>
        <span>{isPostponed ? words.t('meeting.noDate') : wordDateRange(start, end, language)}</span>
        <ShareButton {...place} />
        <ShownPlace {...place} />
      </div>
      {status === 'planned' && (
        <dl className={styles.deadlines}>
          {deadlineList(deadlines).map((deadline) => (
            <div key={deadline.kind}>
              <dt>{translator.t(`deadline.${deadline.kind}`)}</dt>
              <dd>
                {wordShortDate(deadline.date, language)} <span className={styles.quiet}>· {wordDaysLeft(daysLeft(deadline, now), translator)}</span>
              </dd>
              {isOverruled(deadline) && <dd className={styles.quiet}>{translator.t('deadlines.overruled', { date: wordShortDate(deadlines.binding.date, language) })}</dd>}
            </div>
          ))}
        </dl>
      )}
      <div role="status" className={styles.status}>
        {message !== undefined && (
          <Notice tone="good" title={message}>
            <p>{words.t('meeting.done.next')}</p>
          </Notice>
        )}
      </div>
      {error !== undefined && <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} />}
      {form === undefined ? (
        kinds.length > 0 && (
          <div className={styles.buttons}>
            {kinds.map((kind) => (
              <DefaultButton key={kind} text={labelOf(kind)} onClick={() => void open(kind)} />
            ))}
          </div>
        )
      ) : (
        <MeetingChangeForm
          kind={form.kind}
          label={labelOf(form.kind)}
          shown={form.shown}
          dossiers={dossiers}
          onDone={(after) => {
            setMessage(words.t(`meeting.done.${form.kind === 'postpone' && after.status === 'postponed' ? 'undated' : form.kind}`));
            onChanged();
            close();
          }}
          onClose={close}
        />
      )}
      {decisions.length > 0 && (
        <details className={styles.decisions}>
          <summary>{words.t('details.decisions')}</summary>
          <DecisionList decisions={decisions} />
        </details>
      )}
    </section>
  );
}
