import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import { wordShortDate } from '../../../../messages/dates';
import { wordDaysLeft, wordRule } from '../../../../messages/deadline';
import { daysLeft, deadlineList, deadlinesOf, isOpen } from '../../../../rules/deadlines';
import type { Deadline, MeetingDeadlines } from '../../../../rules/deadlines';
import type { Meeting } from '../../../../rules/meeting';
import { useNow } from '../../hooks/useNow';
import { Icon } from '../common/Icon';
import { useDesk } from '../deskContext';
import { AddToCalendar } from './AddToCalendar';
import { deadlineListStyles as styles } from './DeadlineList.styles';
import { DeadlineTime } from './DeadlineTime';
import { whatCountsNow } from './whatCountsNow';

/** The deadlines of a meeting in order of their dates: those passed, the one that counts now, and those to come. */
export function DeadlineList({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { site, group, translator } = useDesk();
  const now = useNow(site.clock);
  const deadlines = React.useMemo(() => deadlinesOf(meeting, group), [meeting, group]);
  const current = whatCountsNow(deadlines, now).until;
  const headingId = `desk-deadlines-${meeting.id}`;
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {translator.t('deadlines.heading')}
      </h3>
      <ol className={styles.list}>
        {deadlineList(deadlines).map((deadline) => (
          <DeadlineEntry key={deadline.kind} deadline={deadline} now={now} isCurrent={deadline.kind === current?.kind} overruledBy={overruling(deadline, deadlines)} />
        ))}
      </ol>
      <AddToCalendar meeting={meeting} />
    </section>
  );
}

/** The earlier deadline that counts in place of this one, if there is one. */
function overruling(deadline: Deadline, { binding, bindingTranslation }: MeetingDeadlines): Deadline | undefined {
  switch (deadline.kind) {
    case 'translation':
      return bindingTranslation.kind === 'translation' ? undefined : bindingTranslation;
    case 'publication':
    case 'agreed':
      return binding.kind === deadline.kind ? undefined : binding;
    default:
      return undefined;
  }
}

interface DeadlineEntryProps {
  readonly deadline: Deadline;
  readonly now: Temporal.Instant;
  /** It decides what happens to a contribution that is sent now. */
  readonly isCurrent: boolean;
  readonly overruledBy: Deadline | undefined;
}

function DeadlineEntry({ deadline, now, isCurrent, overruledBy }: DeadlineEntryProps): React.ReactElement {
  const { translator } = useDesk();
  const open = isOpen(deadline, now);
  const state = isCurrent ? 'current' : open ? 'open' : 'passed';
  return (
    <li className={`${styles.entry} ${styles[state]}`} data-deadline={deadline.kind} data-state={state} aria-current={isCurrent ? 'step' : undefined}>
      <span className={styles.marker}>
        <Icon name={open ? 'calendar' : 'check'} size={16} />
      </span>
      <div className={styles.body}>
        <div className={styles.top}>
          <h4 className={styles.name}>{translator.t(`deadline.${deadline.kind}`)}</h4>
          <span className={styles.daysLeft}>{wordDaysLeft(daysLeft(deadline, now), translator)}</span>
        </div>
        {isCurrent && <p className={styles.now}>{translator.t('deadlines.now')}</p>}
        <p className={styles.when}>
          <DeadlineTime deadline={deadline} />
        </p>
        <p className={styles.meaning}>
          {overruledBy === undefined
            ? translator.t(`deadlines.meaning.${deadline.kind}`)
            : translator.t('deadlines.overruled', { date: wordShortDate(overruledBy.date, translator.language) })}
        </p>
        <p className={styles.rule}>{wordRule(deadline, translator)}</p>
      </div>
    </li>
  );
}
