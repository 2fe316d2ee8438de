import fc from 'fast-check';
import { ConfigurationError, parseWorkingGroup } from '../../src/rules/workingGroup';
import { shippedConfiguration } from '../support/workingGroup';

function problemsOf(json: unknown): string {
  try {
    parseWorkingGroup(json);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as ConfigurationError).message;
  }
  return '';
}

describe("a working group's configuration", () => {
  it('is taken as shipped, with the numbers of Resolution 1', () => {
    expect(parseWorkingGroup(shippedConfiguration())).toMatchObject({ translationDays: 45, publicationDays: 12, languageRequestDays: 45, languageThreshold: 5, zone: 'Europe/Zurich' });
  });

  it.each([
    ['a missing setting', { translationDays: undefined }, 'translationDays is missing'],
    ['a zone that does not exist', { zone: 'Europe/Genf' }, 'zone must be an IANA time zone'],
    ['a number in quotes', { languageThreshold: '5' }, 'languageThreshold must be a number (it is "5")'],
    ['half a day', { publicationDays: 11.5 }, 'publicationDays must be a whole number of days (it is 11.5)'],
    ['a misspelt setting', { langaugeThreshold: 5 }, 'langaugeThreshold is not a setting'],
    ['a language that is not official', { languages: ['en', 'de'] }, 'languages.1 must be one of'],
    ['languages without English', { languages: ['fr'] }, 'languages must include en'],
    ['the same letter twice', { languageLetters: { ar: 'A', zh: 'C', en: 'E', fr: 'F', ru: 'R', es: 'E' } }, 'a letter of its own'],
    ['a week without a working day', { quietDays: [1, 2, 3, 4, 5, 6, 7] }, 'at least one working day'],
    ['a holiday that is no date', { holidays: ['2020-02-30'] }, 'holidays.0 must be a calendar date'],
    ['a translation deadline after the one for publication', { translationDays: 10 }, 'translationDays must not be smaller'],
    ['a missing translation of a name', { zoneName: { en: 'Geneva' } }, 'zoneName.ar is missing']
  ])('with %s is refused with a sentence that names it', (_case, change, problem) => {
    expect(problemsOf({ ...shippedConfiguration(), ...change })).toContain(problem);
  });

  it('names all problems at once', () => {
    const message = problemsOf({ ...shippedConfiguration(), zone: 'Mars/Base', reminderHour: 25 });
    expect(message).toContain('zone');
    expect(message).toContain('reminderHour');
  });

  it('whatever it is, is either taken or refused with a ConfigurationError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(problemsOf(json)).not.toBe('');
      })
    );
  });
});
