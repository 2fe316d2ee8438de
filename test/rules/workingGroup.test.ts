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
    ['a reference document that leads to no web page', { referenceDocuments: [{ symbol: 'DT/1', url: 'javascript:alert(1)' }] }, 'referenceDocuments.0.url must be a web address'],
    ['working hours that end before they begin', { workingHours: { from: 18, to: 9 } }, 'workingHours must begin before they end'],
    ['an hour that no day has', { workingHours: { from: 9, to: 25 } }, 'workingHours.to must be 1 to 24 (it is 25)'],
    ['a reminder outside the working hours', { reminderHour: 18 }, 'reminderHour must lie within workingHours'],
    ['a step twice', { reminderDaysBefore: [7, 7] }, 'reminderDaysBefore must name each step once'],
    ['steps of a kind that does not exist', { reminderDaysBeforeByKind: { agreement: [7] } }, 'reminderDaysBeforeByKind.agreement is not a setting'],
    ['a step of a kind that is no number', { reminderDaysBeforeByKind: { agreed: ['7'] } }, 'reminderDaysBeforeByKind.agreed.0 must be a number (it is "7")'],
    ['a report before the meeting', { reportDueDays: -1 }, 'reportDueDays must not be negative'],
    ['a missing translation of a name', { zoneName: { en: 'Geneva' } }, 'zoneName.ar is missing']
  ])('with %s is refused with a sentence that names it', (_case, change, problem) => {
    expect(problemsOf({ ...shippedConfiguration(), ...change })).toContain(problem);
  });

  it('says by default when to remind, that the report is due after a week, and nothing of hours', () => {
    const { workingHours: _hours, reminderDaysBefore: _steps, reportDueDays: _days, ...older } = shippedConfiguration();
    expect(parseWorkingGroup(older)).toMatchObject({ reminderDaysBefore: [30, 14, 7, 3, 1, 0], reminderDaysBeforeByKind: {}, reportDueDays: 7, workingHours: { from: 0, to: 24 } });
  });

  it('takes the minus nothing of JSON for nothing, which would be shown with its minus', () => {
    const { reportDueDays, reminderDaysBefore } = parseWorkingGroup({ ...shippedConfiguration(), ...(JSON.parse('{"reportDueDays": -0, "reminderDaysBefore": [-0]}') as object) });
    expect([reportDueDays, reminderDaysBefore]).toEqual([0, [0]]);
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
