import { Temporal } from 'temporal-polyfill';
import { wordDate, wordDateRange, wordDeadline, wordInstant, wordOwnTime, wordShortDate } from '../../src/messages/dates';
import { languageName, languageOfCulture, localeOf } from '../../src/messages/locale';
import { createTranslator } from '../../src/messages/translator';
import type { TermKey } from '../../src/messages/terms';
import { LANGUAGES } from '../../src/rules/language';
import type { Language } from '../../src/rules/language';
import { deadlinesOf } from '../../src/rules/deadlines';
import ar from '../../src/messages/catalogue/terms.ar.json';
import en from '../../src/messages/catalogue/terms.en.json';
import es from '../../src/messages/catalogue/terms.es.json';
import fr from '../../src/messages/catalogue/terms.fr.json';
import ru from '../../src/messages/catalogue/terms.ru.json';
import zh from '../../src/messages/catalogue/terms.zh.json';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const catalogue: Record<Language, Record<TermKey, string>> = { ar, en, es, fr, ru, zh };
const translatorFor = (language: Language) => createTranslator(language, catalogue[language]);
const { binding } = deadlinesOf(meeting(), group);

// Whether a comma follows the day of the week differs between releases of the Unicode data.
describe('a deadline in words', () => {
  it('names the day, the time and the zone', () => {
    expect(wordDeadline(binding, group, translatorFor('en'))).toMatch(/^Friday,? 18 September 2020, 23:59 \(Geneva time\)$/);
    expect(wordDeadline(binding, group, translatorFor('fr'))).toBe('vendredi 18 septembre 2020, 23:59 (heure de Genève)');
  });

  it.each(LANGUAGES)('in %s has the day, the year and the hour in Latin digits', (language) => {
    const words = wordDeadline(binding, group, translatorFor(language));
    expect(words).toContain('18');
    expect(words).toContain('2020');
    expect(words).toContain('23:59');
    expect(words).not.toMatch(/[\u0660-\u0669]/);
  });

  it("is told in a person's own zone as well", () => {
    expect(wordOwnTime(binding.closesAt.toInstant(), 'America/Havana', translatorFor('en'))).toMatch(/^Friday,? 18 September 2020, 17:59 in your time zone$/);
  });
});

describe('an instant in words', () => {
  it('is told in the zone of the group, whatever day it is elsewhere', () => {
    expect(wordInstant(geneva('2020-08-10T00:05:00'), group, translatorFor('en'))).toMatch(/^Monday,? 10 August 2020, 00:05 \(Geneva time\)$/);
  });
});

describe('the dates of a meeting', () => {
  it('have an ordinal for the first of a month in French, and only there', () => {
    const first = Temporal.PlainDate.from('2020-10-01');
    expect(wordDate(first, 'fr')).toBe('jeudi 1er octobre 2020');
    expect(wordShortDate(first, 'fr')).toBe('1er oct. 2020');
    expect(wordDate(first.add({ days: 10 }), 'fr')).toBe('dimanche 11 octobre 2020');
    expect(wordDate(first, 'es')).toBe('jueves, 1 de octubre de 2020');
  });

  it('are one date for a meeting of one day and two for a longer one', () => {
    const { start } = meeting();
    expect(wordDateRange(start, start, 'en')).toMatch(/^Thursday,? 1 October 2020$/);
    expect(wordDateRange(start, start.add({ days: 1 }), 'en')).toMatch(/^Thursday,? 1 October 2020 – Friday,? 2 October 2020$/);
  });
});

describe('plurals', () => {
  it.each([
    ['ru', 1, 'остался 1 день'],
    ['ru', 2, 'осталось 2 дня'],
    ['ru', 5, 'осталось 5 дней'],
    ['ru', 21, 'остался 21 день'],
    ['ar', 2, 'بقي يومان'],
    ['ar', 3, 'بقيت 3 أيام'],
    ['ar', 11, 'بقي 11 يوماً'],
    ['en', 0, 'last day']
  ] as const)('in %s are right for %d', (language, days, words) => {
    expect(translatorFor(language).t('deadline.daysLeft', { days })).toBe(words);
  });
});

describe('the language of a culture', () => {
  it.each([
    ['fr-CH', 'fr'],
    ['zh-Hant-TW', 'zh'],
    ['AR_sa', 'ar'],
    ['de-CH', 'en'],
    [undefined, 'en']
  ])('%s is %s', (culture, language) => {
    expect(languageOfCulture(culture)).toBe(language);
  });

  it('has a name in every language', () => {
    expect(languageName('fr', 'fr')).toBe('français');
    expect(LANGUAGES.map((language) => languageName(language, 'en'))).toEqual(['Arabic', 'Chinese', 'English', 'French', 'Russian', 'Spanish']);
    expect(localeOf('ar')).toContain('latn');
  });
});

describe('a text that comes from outside', () => {
  it('is put into a message as it is, never as markup or as another placeholder', () => {
    const hostile = '<b>{zone}</b> # {';
    expect(translatorFor('en').t('standing.publicationDue', { date: hostile })).toBe(`To be published by ${hostile}`);
  });
});
