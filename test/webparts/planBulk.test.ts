import { finding } from '../../src/documents/findings';
import type { Contribution } from '../../src/site/contribution';
import { planBulk } from '../../src/webparts/contributionDesk/components/library/bulk/planBulk';
import type { BulkStep, BulkSubject } from '../../src/webparts/contributionDesk/components/library/bulk/planBulk';
import type { BulkKind } from '../../src/webparts/contributionDesk/components/library/bulk/bulkKinds';
import { dossierOf } from '../../src/webparts/contributionDesk/components/secretariat/dossier';
import { contribution } from '../support/contribution';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const NEXT = { series: 'document', number: 7 } as const;

const subject = (changes: Partial<Contribution> = {}, more: Partial<BulkSubject> = {}): BulkSubject => ({
  dossier: dossierOf(contribution({ docStatus: 'accepted', standing: 'translated', ...changes }), [], geneva('2020-09-01T09:00:00'), group),
  ...more
});
const plan = (kind: BulkKind, subjects: readonly BulkSubject[], target = meeting({ id: 3 }), meetings = [meeting(), target]): BulkStep[] => planBulk(kind, subjects, meetings, target, group);
const refusals = (steps: readonly BulkStep[]): (string | undefined)[] => steps.map(({ refusal }) => refusal);

describe('the plan of an action upon several documents', () => {
  it('gives numbers one after the other, in the order of the documents, and none to what is left out', () => {
    const steps = plan('number', [subject({ id: 1 }, { next: NEXT }), subject({ id: 2, docNumber: 4 }), subject({ id: 3 }, { next: NEXT })]);
    expect(refusals(steps)).toEqual([undefined, 'state', undefined]);
    expect(steps.map(({ symbol }) => (symbol === undefined ? undefined : Number(/(\d+)-/.exec(symbol)?.[1])))).toEqual([7, undefined, 8]);
  });

  it('leaves a part without the document that it belongs to unnumbered', () => {
    const steps = plan('number', [subject({ partKind: 'addendum', partOf: 9 })]);
    expect(refusals(steps)).toEqual(['unnumberedWhole']);
  });

  it('leaves what the check found and blocks for a look of its own, but holds it', () => {
    const blocked = subject({ docStatus: 'needsAttention', findings: JSON.stringify([finding('macros', { part: 'vba.bin' })]) });
    expect(refusals(plan('publish', [blocked]))).toEqual(['blocked']);
    expect(refusals(plan('hold', [blocked]))).toEqual([undefined]);
  });

  it('assigns no document to the meeting that it is for', () => {
    expect(refusals(plan('reassign', [subject({ meetingId: 3 }), subject({ meetingId: 2 })]))).toEqual(['sameMeeting', undefined]);
  });

  it('admits nothing to a meeting that is over', () => {
    const held = subject({ standing: 'held', docStatus: 'held' });
    expect(refusals(plan('admit', [held], meeting({ id: 3 }), [meeting({ status: 'held' })]))).toEqual(['meetingOver']);
    expect(refusals(plan('admit', [held]))).toEqual([undefined]);
  });

  it('reminds the authors of what something is missing in, where they can be reached', () => {
    const nobody = { id: 7, name: 'Removed', email: '' };
    expect(refusals(plan('remind', [subject(), subject({ docStatus: 'needsAttention' }), subject({ docStatus: 'needsAttention', createdBy: nobody })]))).toEqual(['nothingMissing', undefined, 'noAddress']);
  });

  it('asks for no translation where none is due', () => {
    expect(refusals(plan('requestTranslation', [subject()]))).toEqual(['nothingDue']);
  });
});
