import type { Language } from '../../src/rules/language';

/**
 * The rules as they are often written: days of 86,400,000 milliseconds, one fixed offset, no days off, no reasons given.
 * What the rules cost is measured against it; what it gets wrong is counted.
 */
const DAY = 86_400_000;
const SECOND = 1000;

/** The ends of the six days that the working methods count, in milliseconds. */
export interface PlainDeadlines {
  readonly translation: number;
  readonly publication: number;
  readonly languageRequest: number;
  readonly opening: number;
  readonly reportDue: number;
  readonly binding: number;
}

/** @param start when the meeting's first day begins; @param agreed when the last day that was agreed begins; both in milliseconds */
export function plainDeadlines(start: number, agreed: number | undefined): PlainDeadlines {
  const endOf = (day: number): number => day + DAY - SECOND;
  const publication = endOf(start - 12 * DAY);
  return {
    translation: endOf(start - 45 * DAY),
    publication,
    languageRequest: endOf(start - 45 * DAY),
    opening: endOf(start - DAY),
    reportDue: endOf(start + 7 * DAY),
    binding: agreed === undefined ? publication : Math.min(publication, endOf(agreed))
  };
}

/** The standing of a contribution for action, and three days or a week as the time for its publication. */
export function plainStanding(receivedAt: number, start: number, agreed: number | undefined): { readonly standing: string; readonly due?: number } {
  const { translation, binding } = plainDeadlines(start, agreed);
  if (receivedAt < Math.min(translation, binding) + SECOND) {
    return { standing: 'translated', due: start - 7 * DAY };
  }
  return receivedAt < binding + SECOND ? { standing: 'delayed', due: receivedAt + 3 * DAY } : { standing: 'held' };
}

const SYMBOL = /\/(\d+)\(Rev\.(\d+)\)-([A-Z])$/;

/** Writes a symbol of the commonest form and reads it. */
export function plainSymbol(acronym: string, number: number, count: number, letter: string): { readonly number: number; readonly count: number; readonly letter: string } {
  const [, numberText, countText, read] = SYMBOL.exec(`${acronym}/${number}(Rev.${count})-${letter}`) ?? [];
  return { number: Number(numberText), count: Number(countText), letter: read };
}

/** Which languages have the requests that they need: everybody's, also late ones and repeats. */
export function plainInterpretation(requests: readonly { readonly language: Language }[], threshold: number): Language[] {
  const counts = new Map<Language, number>();
  requests.forEach(({ language }) => counts.set(language, (counts.get(language) ?? 0) + 1));
  return [...counts].filter(([, count]) => count >= threshold).map(([language]) => language);
}

/** The moments of the reminders of a meeting: so many days before each deadline, also on days off. */
export function plainReminders(start: number, agreed: number | undefined, daysBefore: readonly number[]): number[] {
  const { translation, languageRequest, opening, reportDue, binding } = plainDeadlines(start, agreed);
  return [translation, languageRequest, binding, opening, reportDue].flatMap((deadline) => daysBefore.map((days) => deadline - days * DAY));
}
