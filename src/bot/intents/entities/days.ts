import { Temporal } from 'temporal-polyfill';
import { dateIn, monthNames } from '../wishes/meetingReference';
import type { SaidDate } from '../wishes/meetingReference';
import type { WishVocabulary } from '../wishes/wishVocabulary';
import { DAY_WORDS } from './dayWords';

/** Which way a day lies that a question names without a year, or by its name in the week. */
export type DayDirection = 'past' | 'future';

/** Days that a message names, by where they lie. */
export type DayMark = 'past' | 'future' | 'date';

const patterns = new Map<string, RegExp>();

/** The pattern of whole words; Chinese has no spaces, and an Arabic word may have a particle before it. */
function whole(source: string, { joined, language }: Pick<WishVocabulary, 'joined' | 'language'>): RegExp {
  const key = `${language} ${source}`;
  const known = patterns.get(key);
  if (known !== undefined) {
    known.lastIndex = 0;
    return known;
  }
  const plain = source.normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/\u0629/g, '\u0647');
  const before = language === 'ar' ? '(?<![\\p{L}\\p{N}])(?:و|ف|ب|ل|من)?' : '(?<![\\p{L}\\p{N}])';
  const pattern = joined === true ? new RegExp(plain, 'gu') : new RegExp(`${before}(?:${plain})(?![\\p{L}\\p{N}])`, 'gu');
  patterns.set(key, pattern);
  return pattern;
}

const relativePatterns = new Map<string, readonly (readonly [RegExp, number])[]>();

function relativeDays(vocabulary: WishVocabulary): readonly (readonly [RegExp, number])[] {
  const { language } = vocabulary;
  const known = relativePatterns.get(language);
  const patterns = known ?? DAY_WORDS[language].relative.map(([words, days]) => [whole(words, vocabulary), days] as const);
  relativePatterns.set(language, patterns);
  return patterns;
}

/**
 * The day that a message means.
 * @param plain the message in its plain form
 * @param today in the group's zone
 * @param direction where a day without a year, or a day of the week, lies
 */
export function dayIn(plain: string, vocabulary: WishVocabulary, today: Temporal.PlainDate, direction: DayDirection): Temporal.PlainDate | undefined {
  const words = DAY_WORDS[vocabulary.language];
  const said = dateIn(plain, vocabulary);
  if (said?.day !== undefined) {
    return dayOf({ ...said, day: said.day }, today, direction);
  }
  const ahead = numberIn(plain, whole(words.inDays, vocabulary));
  if (ahead !== undefined) {
    return today.add({ days: ahead });
  }
  const ago = numberIn(plain, whole(words.daysAgo, vocabulary));
  if (ago !== undefined) {
    return today.subtract({ days: ago });
  }
  const weekday = words.weekdays.findIndex((name) => plain.search(whole(name, vocabulary)) >= 0);
  if (weekday >= 0) {
    return weekdayOf(weekday + 1, plain, vocabulary, today, direction);
  }
  for (const [pattern, days] of relativeDays(vocabulary)) {
    if (plain.search(pattern) >= 0) {
      return today.add({ days });
    }
  }
  return said === undefined || direction === 'future' ? undefined : dayOf({ ...said, day: 1 }, today, direction);
}

/**
 * The day of the week that a message names, today included unless it says "next" or "last".
 * @param weekday from 1 for Monday
 */
function weekdayOf(weekday: number, plain: string, vocabulary: WishVocabulary, today: Temporal.PlainDate, direction: DayDirection): Temporal.PlainDate {
  const { weekdays, nextWeekday, lastWeekday } = DAY_WORDS[vocabulary.language];
  const says = (phrase: string): boolean => plain.search(whole(phrase.replaceAll('@', `(?:${weekdays[weekday - 1]})`), vocabulary)) >= 0;
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  const back = (7 - ahead) % 7;
  if (says(lastWeekday)) {
    return today.subtract({ days: back === 0 ? 7 : back });
  }
  if (says(nextWeekday)) {
    return today.add({ days: ahead === 0 ? 7 : ahead });
  }
  return direction === 'future' ? today.add({ days: ahead }) : today.subtract({ days: back });
}

/** The date without a year that lies next in a direction, today included. */
function dayOf({ year, month, day }: SaidDate & { readonly day: number }, today: Temporal.PlainDate, direction: DayDirection): Temporal.PlainDate {
  if (year !== undefined) {
    return Temporal.PlainDate.from({ year, month, day });
  }
  const thisYear = today.with({ month, day });
  const order = Temporal.PlainDate.compare(thisYear, today);
  if (direction === 'future') {
    return order < 0 ? thisYear.add({ years: 1 }) : thisYear;
  }
  return order > 0 ? thisYear.subtract({ years: 1 }) : thisYear;
}

function numberIn(plain: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(plain);
  const number = found?.slice(1).find((group) => group !== undefined);
  return number === undefined ? undefined : Number(number);
}

/** Puts a mark in the place of every day that a message names. @param mark what stands for a day of a kind */
export function markDays(plain: string, vocabulary: WishVocabulary, mark: (kind: DayMark) => string): string {
  const { inDays, daysAgo, weekdays } = DAY_WORDS[vocabulary.language];
  const replace = (text: string, source: string, kind: DayMark): string => text.replace(whole(source, vocabulary), ` ${mark(kind)} `);
  let marked = plain.replace(/(?<!\d)20\d\d-\d{1,2}-\d{1,2}(?!\d)|(?<!\d)\d{1,2}-\d{1,2}-20\d\d(?!\d)|(?<![\d/.])\d{1,2}[./]\d{1,2}(?:[./](?:20)?\d\d)?(?![\d/])/gu, ` ${mark('date')} `);
  if (vocabulary.language === 'zh') {
    marked = marked.replace(/[一二三四五六七八九十\d]{1,3}\s*月(?:\s*[一二三四五六七八九十\d]{1,3}\s*[日号])?/gu, ` ${mark('date')} `);
  } else {
    for (const { long, short } of monthNames(vocabulary)) {
      const month = `(?:${long}|${short})\\.?`;
      const day = "(?:\\d{1,2}|premier|first|primero)(?:st|nd|rd|th|er|ero|º|-?е|-?го)?";
      marked = replace(marked, `(?:le |el |the |on )?${day} (?:of |de |d')?${month}(?: (?:de )?20\\d\\d)?|${month} (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: 20\\d\\d)?`, 'date');
      // A short word may mean something else: "may", "mai", "mar".
      marked = long.length > 3 ? replace(marked, `${long}(?: 20\\d\\d)?`, 'date') : marked;
    }
  }
  marked = replace(replace(marked, inDays, 'future'), daysAgo, 'past');
  for (const [pattern, days] of relativeDays(vocabulary)) {
    marked = marked.replace(pattern, ` ${mark(days < 0 ? 'past' : 'future')} `);
  }
  return weekdays.reduce((text, name) => replace(text, name, 'date'), marked).replace(/\s+/gu, ' ').trim();
}
