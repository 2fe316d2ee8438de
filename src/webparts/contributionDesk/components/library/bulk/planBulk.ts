import type { Language } from '../../../../../rules/language';
import type { Meeting } from '../../../../../rules/meeting';
import { formatSymbol, isCountedPart, seriesOf } from '../../../../../rules/numbering';
import type { WorkingGroup } from '../../../../../rules/workingGroup';
import type { GivenNumber } from '../../../../../site/numbers';
import type { TranslationRow } from '../../languages/translationRows';
import { actionsFor, ASKS_ABOUT_FINDINGS } from '../../secretariat/actionKinds';
import type { Dossier } from '../../secretariat/dossier';
import type { BulkKind } from './bulkKinds';

/** Why a document is left out. */
export const REFUSALS = ['state', 'sameMeeting', 'meetingOver', 'blocked', 'unnumberedWhole', 'nothingDue', 'nothingMissing', 'noAddress'] as const;
/** One of {@link REFUSALS}. */
export type Refusal = (typeof REFUSALS)[number];

/** What is known of a document when a step is planned. */
export interface BulkSubject {
  readonly dossier: Dossier;
  /** The number of the document that it belongs to, where it belongs to one and that one has a number. */
  readonly whole?: GivenNumber;
  /** The number that it would get now; undefined when it has one, or gets none. */
  readonly next?: GivenNumber;
  readonly translations?: TranslationRow;
}

/** What will happen to one document. */
export interface BulkStep {
  readonly dossier: Dossier;
  /** Why nothing happens to it. */
  readonly refusal?: Refusal;
  /** The symbol that it gets, unless somebody else numbers a document first. */
  readonly symbol?: string;
  /** The languages that are asked for. */
  readonly languages?: readonly Language[];
}

/**
 * What an action will do with each of several documents, in their order: the numbers that they get one after the other, and
 * which of them are left out and why. The same conditions hold as for one document; what needs a look of its own, such as findings
 * that block, is left for it.
 * @param target the meeting to which they are assigned
 */
export function planBulk(kind: BulkKind, subjects: readonly BulkSubject[], meetings: readonly Meeting[], target: Meeting | undefined, group: WorkingGroup): BulkStep[] {
  const given = new Map<string, number>();
  return subjects.map((subject): BulkStep => {
    const { dossier, next, translations } = subject;
    const refusal = refusalOf(kind, subject, meetings, target);
    if (refusal !== undefined) {
      return { dossier, refusal };
    }
    if (kind === 'requestTranslation') {
      return { dossier, languages: dueLanguages(translations) };
    }
    return { dossier, ...((kind === 'number' || kind === 'publish') && next !== undefined ? { symbol: symbolOf(next, dossier, given, group) } : {}) };
  });
}

/** The languages in which a document is due and that nobody works on. */
export function dueLanguages(translations: TranslationRow | undefined): Language[] {
  return (translations?.cells ?? []).filter(({ version }) => version.status === 'due').map(({ version }) => version.language);
}

function refusalOf(kind: BulkKind, { dossier, whole, translations }: BulkSubject, meetings: readonly Meeting[], target: Meeting | undefined): Refusal | undefined {
  const { contribution, findings } = dossier;
  const { docStatus, meetingId, partKind, docNumber, createdBy } = contribution;
  switch (kind) {
    case 'requestTranslation':
      return dueLanguages(translations).length === 0 ? 'nothingDue' : undefined;
    case 'remind':
      return docStatus !== 'needsAttention' ? 'nothingMissing' : createdBy.email === '' ? 'noAddress' : undefined;
    default: {
      if (kind === 'reassign' && target !== undefined && target.id === meetingId) {
        return 'sameMeeting';
      }
      const meeting = meetings.find(({ id }) => id === meetingId);
      if (kind === 'admit' && meeting !== undefined && meeting.status !== 'planned') {
        return 'meetingOver';
      }
      if (!actionsFor(dossier, meeting).includes(kind)) {
        return 'state';
      }
      if (ASKS_ABOUT_FINDINGS.has(kind) && findings.some(({ severity }) => severity === 'blocks')) {
        return 'blocked';
      }
      const isNumbered = kind === 'number' || kind === 'publish';
      return isNumbered && docNumber === undefined && partKind !== undefined && isCountedPart(partKind) && whole === undefined ? 'unnumberedWhole' : undefined;
    }
  }
}

/** @param given how many of each series or part the steps before got */
function symbolOf({ series, number, part }: GivenNumber, { contribution }: Dossier, given: Map<string, number>, group: WorkingGroup): string {
  const key = part === undefined ? series : `${series}/${number}/${part.kind}`;
  const before = given.get(key) ?? 0;
  given.set(key, before + 1);
  return formatSymbol(
    { series, number: part === undefined ? number + before : number, language: contribution.originalLanguage, ...(part === undefined ? {} : { part: { ...part, count: part.count + before } }) },
    group
  );
}

/** The series in which a document that belongs to no other is numbered. */
export function ownSeries({ contribution }: Dossier): ReturnType<typeof seriesOf> {
  return seriesOf(contribution.purpose ?? 'action');
}
