import { originalAmong } from '../../src/webparts/contributionDesk/components/submission/originalAmong';
import type { Submission } from '../../src/webparts/contributionDesk/components/submission/submission';
import { workingGroup } from '../support/workingGroup';

const { languageLetters } = workingGroup();

function submission(fileName: string, changes: Partial<Submission> = {}): Submission {
  return {
    id: fileName,
    file: new File([], fileName),
    details: { title: '', source: '', topic: '', actionRequired: '', abstract: '' },
    typed: new Set(),
    suggested: new Set(),
    reading: { status: 'unread' },
    versions: [],
    phase: { step: 'drafting' },
    ...changes
  };
}

/** The file of which each seems to be a language version. */
function originals(...submissions: Submission[]): (string | undefined)[] {
  return submissions.map((each) => originalAmong(submissions, each, languageLetters)?.id);
}

describe('the original of a language version', () => {
  it('is the document without a language in its name, wherever it stands', () => {
    expect(originals(submission('plan_F.docx'), submission('Plan.pdf'), submission('plan-R.docx'))).toEqual(['Plan.pdf', undefined, 'Plan.pdf']);
  });

  it('is the first one when all names end with a language', () => {
    expect(originals(submission('plan_E.docx'), submission('plan_F.docx'))).toEqual([undefined, 'plan_E.docx']);
  });

  it('is none for another document, another file of the same language, or once it is sent', () => {
    expect(originals(submission('plan_F.docx'), submission('budget_E.docx'), submission('plan_fr.docx'))).toEqual([undefined, undefined, undefined]);
    expect(originals(submission('plan.docx', { phase: { step: 'sending', sent: 0, total: 1 } }), submission('plan_F.docx'))).toEqual([undefined, undefined]);
  });
});
