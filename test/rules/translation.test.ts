import { Temporal } from 'temporal-polyfill';
import type { TranslationSubject } from '../../src/rules/translation';
import { languageVersionsOf } from '../../src/rules/translation';
import { workingGroup } from '../support/workingGroup';

const due = Temporal.PlainDate.from('2020-09-24');
const translated: TranslationSubject = { originalLanguage: 'fr', standing: 'translated', docStatus: 'accepted', publicationDue: due, isReport: false, supplied: [], recorded: new Map() };

const versions = (changes: Partial<TranslationSubject> = {}): string =>
  languageVersionsOf({ ...translated, ...changes }, workingGroup())
    .map(({ language, status, dueDate }) => `${language}:${status}${dueDate === undefined ? '' : `@${dueDate.toString()}`}`)
    .join(' ');

describe('the language versions of a document', () => {
  it('are due in every language but the original when it is to be translated', () => {
    expect(versions()).toBe('ar:due@2020-09-24 zh:due@2020-09-24 en:due@2020-09-24 fr:available ru:due@2020-09-24 es:due@2020-09-24');
  });

  it.each(['delayed', 'information', 'held'] as const)('are not due for one that is %s', (standing) => {
    expect(versions({ standing })).toBe('ar:notDue zh:notDue en:notDue fr:available ru:notDue es:notDue');
  });

  it('are always due for a report of the group', () => {
    expect(versions({ standing: 'delayed', isReport: true, publicationDue: undefined })).toBe('ar:due zh:due en:due fr:available ru:due es:due');
  });

  it('count what the author supplied at any time, and what the secretariat has recorded', () => {
    const recorded = new Map([['ru', 'inTranslation'], ['es', 'available']] as const);
    expect(versions({ supplied: ['en'], recorded })).toBe('ar:due@2020-09-24 zh:due@2020-09-24 en:supplied fr:available ru:inTranslation@2020-09-24 es:available');
    expect(versions({ standing: 'delayed', supplied: ['en'], recorded })).toBe('ar:notDue zh:notDue en:supplied fr:available ru:inTranslation@2020-09-24 es:available');
  });

  it('are not due any more when it was withdrawn or held', () => {
    expect(versions({ docStatus: 'withdrawn' })).not.toContain('due@');
    expect(versions({ docStatus: 'held', isReport: true })).not.toContain('due@');
  });

  it('are all due while nobody knows the original language', () => {
    expect(versions({ originalLanguage: undefined })).not.toContain('available');
  });
});
