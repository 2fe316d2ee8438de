import { languageEndingOf } from '../../src/documents/languageEnding';
import { workingGroup } from '../support/workingGroup';

const { languageLetters } = workingGroup();

describe('the language that a file name ends with', () => {
  it.each([
    ['proposal_F.docx', 'fr', 'proposal'],
    ['TDAG-WG-SOP-5-E.pdf', 'en', 'tdag-wg-sop-5'],
    ['Proposal-R (2).docx', 'ru', 'proposal'],
    ['proposal_zh.docx', 'zh', 'proposal'],
    ['proposal-ES.docx', 'es', 'proposal'],
    ['plan.v2_C.docx', 'zh', 'plan.v2']
  ])('of %s is %s', (fileName, language, stem) => {
    expect(languageEndingOf(fileName, languageLetters)).toEqual({ language, stem });
  });

  it.each(['proposal.docx', 'plan-a.docx', 'PlanF.docx', '_F.docx', 'proposal_X.docx', 'proposal_draft.docx', 'F'])('of %s is none', (fileName) => {
    expect(languageEndingOf(fileName, languageLetters)).toBeUndefined();
  });
});
