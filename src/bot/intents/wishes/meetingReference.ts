import { localeOf } from '../../../messages/locale';
import type { Language } from '../../../rules/language';
import { phrasesIn, plainForm } from './phrases';
import type { WishVocabulary } from './wishVocabulary';

/** The meeting that a person means, as far as they said. */
export interface MeetingReference {
  readonly date?: SaidDate;
  /** "The next meeting". */
  readonly isNext?: true;
  /** "The second meeting". */
  readonly ordinal?: number;
  /** The whole message in its plain form, in which a meeting's title may stand. */
  readonly said: string;
}

/** A date as people say it: often without the year, sometimes without the day. */
export interface SaidDate {
  readonly month: number;
  readonly day?: number;
  readonly year?: number;
}

/** The meeting in a message. @param plain the message in its plain form */
export function meetingReferenceIn(plain: string, vocabulary: WishVocabulary): MeetingReference {
  const date = dateIn(plain, vocabulary);
  const ordinal = date === undefined ? ordinalIn(plain, [vocabulary]) : undefined;
  return {
    said: plain,
    ...(date === undefined ? {} : { date }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(phrasesIn(plain, vocabulary.next, vocabulary).length > 0 ? { isNext: true as const } : {})
  };
}

/** The number of a meeting that a text says in words, in one of some languages. */
export function ordinalIn(plain: string, vocabularies: readonly WishVocabulary[]): number | undefined {
  for (const vocabulary of vocabularies) {
    const index = vocabulary.ordinals.findIndex((words) => phrasesIn(plain, words, vocabulary).length > 0);
    if (index >= 0) {
      return index + 1;
    }
  }
  return undefined;
}

/** A date in a message: in words, in the Chinese form, or in numbers with the day first. */
export function dateIn(plain: string, vocabulary: WishVocabulary): SaidDate | undefined {
  const year = /(?<!\d)(20\d\d)(?!\d)/.exec(plain)?.[1];
  const dated = (month: number, day?: number): SaidDate | undefined =>
    month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))
      ? undefined
      : { month, ...(day === undefined ? {} : { day }), ...(year === undefined ? {} : { year: Number(year) }) };
  const iso = /(?<!\d)20\d\d-(\d{1,2})-(\d{1,2})(?!\d)/.exec(plain);
  if (iso !== null) {
    return dated(Number(iso[1]), Number(iso[2]));
  }
  const numbers = /(?<![\d/.])(\d{1,2})[./](\d{1,2})(?:[./](?:20)?\d\d)?(?![\d/])/.exec(plain) ?? /(?<!\d)(\d{1,2})-(\d{1,2})-20\d\d(?!\d)/.exec(plain);
  if (numbers !== null) {
    return dated(Number(numbers[2]), Number(numbers[1]));
  }
  if (vocabulary.language === 'zh') {
    const chinese = /(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号])?/.exec(withDigits(plain));
    return chinese === null ? undefined : dated(Number(chinese[1]), chinese[2] === undefined ? undefined : Number(chinese[2]));
  }
  for (const [index, names] of monthNames(vocabulary).entries()) {
    const day = dayBeside(plain, names);
    if (day !== undefined) {
      return dated(index + 1, day === 0 ? undefined : day);
    }
  }
  return undefined;
}

/**
 * The day beside a month's name.
 * @returns 0 when the month stands alone, undefined when it does not stand there
 */
function dayBeside(plain: string, names: { readonly long: string; readonly short: string }): number | undefined {
  const month = `(?:${names.long}|${names.short})\\.?`;
  const day = String.raw`(?<!\d)(\d{1,2}|premier|first|primero)(?:st|nd|rd|th|er|ero|º|-?е|-?го)?`;
  const before = new RegExp(`${day}\\s+(?:of\\s+|de\\s+|d')?${month}(?!\\p{Letter})`, 'u').exec(plain);
  const after = new RegExp(`(?<!\\p{Letter})${month}\\s+(?:the\\s+)?(\\d{1,2})(?!\\d)`, 'u').exec(plain);
  const found = before?.[1] ?? after?.[1];
  if (found !== undefined) {
    return /^\d/.test(found) ? Number(found) : 1;
  }
  // A short word may mean something else: "may", "mai", "mar".
  return names.long.length > 3 && new RegExp(`(?<!\\p{Letter})${names.long}(?!\\p{Letter})`, 'u').test(plain) ? 0 : undefined;
}

const months = new Map<Language, { readonly long: string; readonly short: string }[]>();

/** The names of the twelve months as patterns. */
export function monthNames({ language, monthStems, otherMonths }: WishVocabulary): { readonly long: string; readonly short: string }[] {
  let known = months.get(language);
  if (known === undefined) {
    const name = (month: number, style: 'long' | 'short'): string =>
      plainForm(new Intl.DateTimeFormat(localeOf(language), { month: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2020, month, 15)))).replace(/\./g, '');
    known = Array.from({ length: 12 }, (_, month) => ({
      long: monthStems === undefined ? name(month, 'long') : `${plainForm(monthStems[month])}\\p{Letter}{0,2}`,
      // Releases of the ICU data differ in this one.
      short: otherMonths === undefined ? name(month, 'short').replace(/^sept?$/, 'sept?') : plainForm(otherMonths[month])
    }));
    months.set(language, known);
  }
  return known;
}

const CHINESE_DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numerals up to thirty-one before a month or day, as digits. */
function withDigits(plain: string): string {
  return plain.replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=\s*[月日号])/g, (whole, tens: string, ten: string, units: string) => {
    if (whole === '') {
      return '';
    }
    const value = (digit: string): number => CHINESE_DIGITS.indexOf(digit);
    return String(ten === '' ? value(tens) : (tens === '' ? 1 : value(tens)) * 10 + value(units));
  });
}
