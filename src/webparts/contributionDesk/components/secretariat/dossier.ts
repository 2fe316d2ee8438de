import type { Temporal } from 'temporal-polyfill';
import type { Finding } from '../../../../documents/findings';
import { attentionOf, ATTENTIONS, byUrgency } from '../../../../rules/attention';
import type { Attention } from '../../../../rules/attention';
import { STANDINGS } from '../../../../rules/contribution';
import { decidedState } from '../../../../rules/decision';
import type { DecidedState, StandingQuestion } from '../../../../rules/decision';
import type { StandingSubject } from '../../../../rules/rederivation';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { Contribution } from '../../../../site/contribution';
import { documentDecisionOf } from '../../../../site/decisions';
import type { Decision } from '../../../../site/decisions';
import { parseFindings } from '../myContributions/parseFindings';

/** A document with what follows for the secretariat. */
export interface Dossier {
  readonly contribution: Contribution;
  readonly findings: readonly Finding[];
  readonly decided: DecidedState;
  readonly attention: Attention;
  /** What a change of its meeting would take away, while nobody has answered. */
  readonly question?: StandingQuestion;
}

/** The documents that ask the same of the secretariat. */
export interface DossierGroup {
  readonly attention: Attention;
  readonly dossiers: readonly Dossier[];
}

/**
 * A document with what it asks of the secretariat at an instant.
 * @param decisions oldest first; those about other documents are passed over
 */
export function dossierOf(contribution: Contribution, decisions: readonly Decision[], at: Temporal.Instant, group: WorkingGroup): Dossier {
  const { id, meetingId, docStatus, standing, publicationDue } = contribution;
  const findings = parseFindings(contribution.findings);
  const own = decisions.filter(({ contributionId }) => contributionId === id);
  const decided = decidedState(own.map(documentDecisionOf), meetingId);
  const question = questionOf(findings);
  const attention = attentionOf(
    {
      docStatus,
      standing,
      publicationDue,
      isInQuestion: findings.some(({ code }) => code === 'standingInQuestion' || code === 'meetingCancelled'),
      isHeldByDecision: decided.status === 'held'
    },
    at,
    group
  );
  return { contribution, findings, decided, attention, ...(question === undefined ? {} : { question }) };
}

/** The dossiers in groups by what they ask, the most urgent first. */
export function groupByAttention(dossiers: readonly Dossier[]): DossierGroup[] {
  const inOrder = [...dossiers].sort((one, other) => byUrgency(urgencyOf(one), urgencyOf(other)));
  return ATTENTIONS.map((attention) => ({ attention, dossiers: inOrder.filter((dossier) => dossier.attention === attention) })).filter(
    (group) => group.dossiers.length > 0
  );
}

/** Whether a document's title, file name, source or symbol contains a text; capitals and small letters are the same. */
export function matches({ contribution }: Dossier, text: string): boolean {
  const { title, fileName, source, docSymbol } = contribution;
  const wanted = text.trim().toLocaleLowerCase();
  return [title, fileName, source, docSymbol].some((value) => value?.toLocaleLowerCase().includes(wanted) === true);
}

/** The date in the group's zone on which a document arrived. */
export function arrivalDateOf({ contribution: { receivedAt, createdAt } }: Dossier, { zone }: WorkingGroup): Temporal.PlainDate {
  return (receivedAt ?? createdAt).toZonedDateTimeISO(zone).toPlainDate();
}

/** The document as the rules for its standing take it. */
export function standingSubjectOf({ contribution, decided }: Dossier): StandingSubject & { readonly id: number } {
  const { id, purpose = 'action', receivedAt, createdAt, standing } = contribution;
  const { admittedAt, answer } = decided;
  return { id, purpose, receivedAt: receivedAt ?? createdAt, standing, admittedAt, answer };
}

/** What people call a document: its symbol, its title, or the name of its file. */
export function documentName({ docSymbol, title, fileName }: Contribution): string {
  return docSymbol ?? title ?? fileName;
}

function urgencyOf({ attention, contribution }: Dossier): Parameters<typeof byUrgency>[0] {
  const { id, publicationDue } = contribution;
  return { attention, id, ...(publicationDue === undefined ? {} : { publicationDue }) };
}

/** The column of findings is JSON that anybody who may edit can write. */
function questionOf(findings: readonly Finding[]): StandingQuestion | undefined {
  const found = findings.find(({ code }) => code === 'standingInQuestion')?.parameters as { before?: unknown; after?: unknown } | undefined;
  const before = STANDINGS.find((standing) => standing === found?.before);
  const after = STANDINGS.find((standing) => standing === found?.after);
  return before === undefined ? undefined : { before, ...(after === undefined ? {} : { after }) };
}
