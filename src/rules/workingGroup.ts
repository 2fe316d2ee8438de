import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { DEADLINE_KINDS } from './deadlineKind';
import type { DeadlineKind } from './deadlineKind';
import { LANGUAGES } from './language';

/** A setting of a working group's configuration that cannot be used, with every problem found at once. */
export class ConfigurationError extends Error {
  public constructor(public readonly problems: readonly string[]) {
    super(`The working group's configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** JSON has a minus nothing, which would be shown as such. */
const withoutMinusZero = v.transform((value: number) => (value === 0 ? 0 : value));

const wholeDays = v.pipe(
  v.number('must be a number'),
  withoutMinusZero,
  v.integer('must be a whole number of days'),
  v.minValue(0, 'must not be negative'),
  v.maxValue(366, 'must be at most 366')
);

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function isCalendarDate(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }) !== undefined;
  } catch {
    return false;
  }
}

const text = v.pipe(v.string('must be a text'), v.trim(), v.minLength(1, 'must not be empty'));
const inSixLanguages = v.object({ ar: text, zh: text, en: text, fr: text, ru: text, es: text });
const languageList = v.pipe(
  v.array(v.picklist(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`)),
  v.minLength(1, 'must name at least one language'),
  v.includes('en', 'must include en: English is always there'),
  v.check((list) => new Set(list).size === list.length, 'must name each language once')
);

/** A web address; a button or a link opens what it is given. */
const webAddress = v.pipe(text, v.regex(/^https?:\/\/[^\s]+$/, 'must be a web address such as https://www.itu.int'));

const referenceDocument = v.strictObject({
  symbol: text,
  title: v.optional(inSixLanguages),
  url: v.optional(webAddress)
});

const reminderSteps = v.pipe(
  v.array(wholeDays),
  v.check((steps) => new Set(steps).size === steps.length, 'must name each step once')
);
const stepsOfKind = Object.fromEntries(DEADLINE_KINDS.map((kind) => [kind, v.optional(reminderSteps)])) as Record<
  DeadlineKind,
  v.OptionalSchema<typeof reminderSteps, undefined>
>;

const hour = (least: number, most: number): v.GenericSchema<number> =>
  v.pipe(v.number('must be a number'), withoutMinusZero, v.integer('must be a whole hour'), v.minValue(least, `must be ${least} to ${most}`), v.maxValue(most, `must be ${least} to ${most}`));
const hours = v.pipe(
  v.strictObject({ from: hour(0, 23), to: hour(1, 24) }),
  v.check(({ from, to }) => from < to, 'must begin before they end')
);

/** Before each deadline a month, two weeks, a week, three days and a day, and on the morning of its last day. */
const DEFAULT_STEPS = [30, 14, 7, 3, 1, 0];
/** From the meeting of 1 October 2020 to its draft report of 8 October; source: TDAG-WG-SOP/5, programme of work. */
const DEFAULT_REPORT_DAYS = 7;
/** A group that says nothing about its hours posts at any. */
const ANY_HOUR = { from: 0, to: 24 };

const workingGroupSchema = v.pipe(
  v.strictObject({
    $comment: v.optional(v.string()),
    acronym: v.pipe(text, v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'must be letters, digits and hyphens, such as TDAG-WG-SOP')),
    name: inSixLanguages,
    zone: v.pipe(text, v.check(isZone, 'must be an IANA time zone, such as Europe/Zurich')),
    zoneName: inSixLanguages,
    translationDays: wholeDays,
    publicationDays: wholeDays,
    publishedBeforeMeetingDays: wholeDays,
    delayedPublicationWorkingDays: v.pipe(wholeDays, v.maxValue(60, 'must be at most 60')),
    languageRequestDays: wholeDays,
    reportDueDays: v.optional(wholeDays, DEFAULT_REPORT_DAYS),
    languageThreshold: v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')),
    languages: languageList,
    languageLetters: v.pipe(
      v.object({ ar: text, zh: text, en: text, fr: text, ru: text, es: text }),
      v.check((letters) => new Set(Object.values(letters)).size === LANGUAGES.length, 'must give each language a letter of its own')
    ),
    quietDays: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1, 'must be 1 (Monday) to 7 (Sunday)'), v.maxValue(7, 'must be 1 (Monday) to 7 (Sunday)'))),
      v.check((days) => new Set(days).size < 7, 'must leave at least one working day')
    ),
    holidays: v.array(v.pipe(text, v.check(isCalendarDate, 'must be a calendar date such as 2020-12-25'))),
    workingHours: v.optional(hours, ANY_HOUR),
    reminderHour: hour(0, 23),
    reminderDaysBefore: v.optional(reminderSteps, DEFAULT_STEPS),
    reminderDaysBeforeByKind: v.optional(v.strictObject(stepsOfKind), {}),
    secretariatAddress: v.pipe(text, v.email('must be an e-mail address')),
    referenceDocuments: v.optional(v.array(referenceDocument)),
    calendarAddress: v.optional(webAddress)
  }),
  v.check(
    (group) => group.translationDays >= group.publicationDays,
    'translationDays must not be smaller than publicationDays: a contribution cannot be in time for translation and too late for publication'
  ),
  v.check(
    ({ reminderHour, workingHours: { from, to } }) => reminderHour >= from && reminderHour < to,
    'reminderHour must lie within workingHours: a reminder would otherwise wait until the next day'
  )
);

/**
 * The numbers, zone and languages of one working group: everything in the rules that another group may
 * set differently. Days are calendar days before the first day of a meeting (day 0) unless they say
 * "working days"; `quietDays` are ISO weekdays (1 is Monday) and `holidays` ISO dates in `zone` on which the
 * secretariat does not work; `workingHours` and `reminderHour` are hours of the day in `zone`, `workingHours.to` the first
 * one that is free again. `reminderDaysBefore` are the steps at which reminders are posted, calendar days before a
 * deadline, 0 the morning of its last day; `reminderDaysBeforeByKind` sets them for a kind of deadline. `reportDueDays`
 * are calendar days after the last day of a meeting. `referenceDocuments` are those that the
 * group works from, by their symbols: one that is in the library is shown with its title and address there, another
 * with what is said here. `calendarAddress` is where the service gives the calendar of meetings and deadlines to programs
 * that follow it, e.g. `https://desk.example.org/calendar`; without one the desk offers none to follow.
 *
 * Source: WTDC Resolution 1 (Rev. Buenos Aires, 2017); TDAG-WG-SOP/5.
 */
export type WorkingGroup = Omit<v.InferOutput<typeof workingGroupSchema>, '$comment'>;

/**
 * Reads a working group's configuration.
 * @param json what `config/working-group.json` holds, parsed
 * @throws ConfigurationError that lists every setting that is missing, unknown or unusable
 */
export function parseWorkingGroup(json: unknown): WorkingGroup {
  const result = v.safeParse(workingGroupSchema, json);
  if (!result.success) {
    throw new ConfigurationError(result.issues.map(problemOf));
  }
  const { $comment: _comment, ...group } = result.output;
  return group;
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (path === null) {
    return issue.message;
  }
  if (issue.type === 'strict_object') {
    return `${path} is not a setting; check its spelling`;
  }
  return issue.input === undefined ? `${path} is missing` : `${path} ${issue.message} (it is ${JSON.stringify(issue.input)})`;
}
