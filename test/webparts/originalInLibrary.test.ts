import type { Language } from '../../src/rules/language';
import { originalInLibrary } from '../../src/webparts/contributionDesk/components/submission/originalInLibrary';
import { contribution } from '../support/contribution';
import { workingGroup } from '../support/workingGroup';

const { languageLetters } = workingGroup();
const english = contribution({ id: 5, fileName: 'plan_E.docx', originalLanguage: 'en' });

const found = (fileName: string, detected?: Language, own = [english]): string | undefined => {
  const version = originalInLibrary(fileName, detected && { language: detected, confidence: 0.9 }, own, languageLetters);
  return version && `${version.original.id} ${version.language}`;
};

describe('the earlier contribution of which a file is a language version', () => {
  it('is the one of the same name but for the language', () => {
    expect(found('Plan_F.pdf')).toBe('5 fr');
    expect(found('plan-R (2).docx')).toBe('5 ru');
    expect(found('budget_F.docx')).toBeUndefined();
  });

  it('is known by the text where the name does not say the language', () => {
    expect(found('plan.docx', 'es')).toBe('5 es');
    expect(found('plan.docx')).toBeUndefined();
    expect(originalInLibrary('plan.docx', { language: 'es', confidence: 0.3 }, [english], languageLetters)).toBeUndefined();
  });

  it('is none in the same language, withdrawn, itself a version, or of an unknown language', () => {
    expect(found('plan_E.docx')).toBeUndefined();
    expect(found('plan.docx', 'en')).toBeUndefined();
    for (const changes of [{ docStatus: 'withdrawn' }, { partKind: 'languageVersion' }, { originalLanguage: undefined }] as const) {
      expect(found('plan_F.docx', undefined, [{ ...english, ...changes }])).toBeUndefined();
    }
  });
});
