import { Temporal } from 'temporal-polyfill';
import type { DeadlineKind } from '../rules/deadlineKind';
import { daysLeft } from '../rules/deadlines';
import type { Deadline } from '../rules/deadlines';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import type reminder from './catalogue/reminder.en.json';
import { wordDate, wordDateRange, wordDeadline } from './dates';
import { wordDaysLeft, wordRule } from './deadline';
import type { TermKey } from './terms';
import type { Translator } from './translator';

/** The keys of what reminders say, wherever they are shown: as a card, as e-mail, or in the secretariat's preview. */
export type ReminderKey = keyof typeof reminder;

/** Deadlines of one meeting and one day that are reminded of. */
export interface ShownReminder {
  readonly meeting: Meeting;
  readonly deadlines: readonly [Deadline, ...Deadline[]];
}

/** What is said of one deadline. */
export interface DeadlineWords {
  /** Its date and zone and the days that are left. */
  readonly sentence: string;
  readonly toDo: string;
  readonly rule: string;
}

/** A button below a reminder, by what it does. */
export type ReminderButton =
  | { readonly kind: 'desk'; readonly title: string }
  | { readonly kind: 'languages'; readonly title: string; readonly meetingId: number }
  | { readonly kind: 'join'; readonly title: string; readonly url: string };

/** A reminder in words. */
export interface ReminderWords {
  readonly heading: string;
  readonly meetings: readonly { readonly line: string; readonly deadlines: readonly DeadlineWords[] }[];
  readonly buttons: readonly ReminderButton[];
}

const SENTENCES = {
  translation: 'reminder.about.translation',
  publication: 'reminder.about.action',
  agreed: 'reminder.about.action',
  languageRequest: 'reminder.about.languageRequest',
  opening: 'reminder.about.opening',
  reportDue: 'reminder.about.reportDue'
} as const satisfies Record<DeadlineKind, ReminderKey>;

const TO_DO = {
  translation: 'reminder.todo.translation',
  publication: 'reminder.todo.action',
  agreed: 'reminder.todo.action',
  languageRequest: 'reminder.todo.languageRequest',
  opening: 'reminder.todo.opening',
  reportDue: 'reminder.todo.reportDue'
} as const satisfies Record<DeadlineKind, ReminderKey>;

/**
 * What a reminder says: of deadlines of one day, or of all for which a reminder falls on one morning, the nearest first. Each
 * with its date and zone, the days that are left, what to do, and its rule.
 * @param at the moment of posting, which can be later than planned
 */
export function wordReminder(
  reminders: readonly [ShownReminder, ...ShownReminder[]],
  at: Temporal.Instant,
  group: WorkingGroup,
  translator: Translator<ReminderKey | TermKey>
): ReminderWords {
  const inOrder = [...reminders].sort((a, b) => Temporal.PlainDate.compare(a.deadlines[0].date, b.deadlines[0].date));
  const deadlines = inOrder.flatMap((reminder) => reminder.deadlines);
  const left = wordDaysLeft(daysLeft(deadlines[0], at), translator);
  const isOneDay = deadlines.every(({ date }) => date.equals(deadlines[0].date));
  return {
    heading: isOneDay ? translator.t('reminder.heading', { left }) : translator.t('reminder.digest', { count: deadlines.length, left }),
    meetings: [...byMeeting(inOrder)].map(([meeting, ofMeeting]) => ({
      line: wordMeeting(meeting, translator),
      deadlines: ofMeeting.map((deadline) => ({
        sentence: wordDeadlineSentence({ deadline, daysLeft: daysLeft(deadline, at) }, group, translator),
        toDo: translator.t(TO_DO[deadline.kind], { opening: wordDate(meeting.start, translator.language) }),
        rule: wordRule(deadline, translator)
      }))
    })),
    buttons: [{ kind: 'desk', title: translator.t('reminder.button.desk') }, ...buttonsOf(inOrder, translator)]
  };
}

/** A deadline with the calendar days that are left until it, negative when it has passed. */
export interface CountedDeadline {
  readonly deadline: Deadline;
  readonly daysLeft: number;
}

/** What a deadline means for the reader, with its date, zone and the days left, in one sentence. */
export function wordDeadlineSentence({ deadline, daysLeft: left }: CountedDeadline, group: WorkingGroup, translator: Translator<ReminderKey | TermKey>): string {
  return translator.t(SENTENCES[deadline.kind], {
    when: wordDeadline(deadline, group, translator),
    left: wordDaysLeft(left, translator)
  });
}

/** A meeting with its dates in one line. */
export function wordMeeting({ title, start, end }: Meeting, translator: Translator<TermKey>): string {
  return `${title} · ${wordDateRange(start, end, translator.language)}`;
}

function byMeeting(reminders: readonly ShownReminder[]): Map<Meeting, Deadline[]> {
  const deadlines = new Map<Meeting, Deadline[]>();
  reminders.forEach((reminder) => deadlines.set(reminder.meeting, [...(deadlines.get(reminder.meeting) ?? []), ...reminder.deadlines]));
  return deadlines;
}

/** Interpretation can be asked for from a reminder of it, and a meeting that opens can be joined. */
function buttonsOf(reminders: readonly ShownReminder[], translator: Translator<ReminderKey>): ReminderButton[] {
  const meetingsWith = (kind: DeadlineKind): Meeting[] => reminders.filter(({ deadlines }) => deadlines.some((deadline) => deadline.kind === kind)).map(({ meeting }) => meeting);
  const [toRequest] = meetingsWith('languageRequest');
  const [address] = meetingsWith('opening').flatMap(({ joinUrl = '' }) => (/^https?:\/\//i.test(joinUrl) ? [joinUrl] : []));
  return [
    ...(toRequest === undefined ? [] : [{ kind: 'languages' as const, title: translator.t('reminder.button.languages'), meetingId: toRequest.id }]),
    ...(address === undefined ? [] : [{ kind: 'join' as const, title: translator.t('reminder.button.join'), url: address }])
  ];
}
