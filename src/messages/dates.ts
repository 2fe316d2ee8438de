import type { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../rules/deadlines';
import type { Language } from '../rules/language';
import type { WorkingGroup } from '../rules/workingGroup';
import { localeOf } from './locale';
import type { TermKey } from './terms';
import type { Translator } from './translator';

/** A calendar date in words, with the day of the week, e.g. `Friday 18 September 2020`. */
export function wordDate(date: Temporal.PlainDate, language: Language): string {
  return ordinalFirst(date.toLocaleString(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), date, language);
}

/** A calendar date in short, e.g. `18 Sept 2020`. */
export function wordShortDate(date: Temporal.PlainDate, language: Language): string {
  return ordinalFirst(date.toLocaleString(localeOf(language), { day: 'numeric', month: 'short', year: 'numeric' }), date, language);
}

/** A calendar date on an axis, e.g. `18 Sept`. */
export function wordDayAndMonth(date: Temporal.PlainDate, language: Language): string {
  return ordinalFirst(date.toLocaleString(localeOf(language), { day: 'numeric', month: 'short' }), date, language);
}

/** French writes the first day of a month as an ordinal, "1er octobre", for which Intl has no pattern. */
function ordinalFirst(words: string, { day }: Temporal.PlainDate, language: Language): string {
  return language === 'fr' && day === 1 ? words.replace(/(^|\s)1(?=\s)/, '$11er') : words;
}

/** The first and last day of something in words; a single date when they are the same. */
export function wordDateRange(start: Temporal.PlainDate, end: Temporal.PlainDate, language: Language): string {
  return start.equals(end) ? wordDate(start, language) : `${wordDate(start, language)} – ${wordDate(end, language)}`;
}

/** A deadline's last second with the name of its zone, e.g. `Friday 18 September 2020, 23:59 (Geneva time)`. */
export function wordDeadline(deadline: Deadline, group: WorkingGroup, translator: Translator<TermKey>): string {
  return wordInstant(deadline.closesAt.toInstant(), group, translator);
}

/** An instant in the group's zone, with the name of the zone. */
export function wordInstant(at: Temporal.Instant, group: WorkingGroup, translator: Translator<TermKey>): string {
  return translator.t('deadline.when', {
    ...dateAndTime(at.toZonedDateTimeISO(group.zone), translator.language),
    zone: group.zoneName[translator.language]
  });
}

/**
 * An instant in a person's own zone, said to be so.
 * @param zone the person's IANA time zone
 */
export function wordOwnTime(at: Temporal.Instant, zone: string, translator: Translator<TermKey>): string {
  return translator.t('deadline.ownTime', dateAndTime(at.toZonedDateTimeISO(zone), translator.language));
}

function dateAndTime(at: Temporal.ZonedDateTime, language: Language): { date: string; time: string } {
  return {
    date: wordDate(at.toPlainDate(), language),
    time: at.toPlainTime().toLocaleString(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  };
}
