import { Temporal } from 'temporal-polyfill';
import { compareLanguages } from '../documents/compareLanguages';
import { checkFileName } from '../documents/fileName';
import { finding, severestFirst } from '../documents/findings';
import type { Finding, MetadataField } from '../documents/findings';
import { DOCUMENT_LIMITS } from '../documents/limits';
import type { DocStatus } from '../rules/contribution';
import { nextMeeting } from '../rules/meeting';
import type { Meeting } from '../rules/meeting';
import { standingOf } from '../rules/standing';
import type { StandingDecision } from '../rules/standing';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution, DerivedColumns } from '../site/contribution';
import type { Inspection } from './documentRecords';

/** What a check is made from, besides the library's item. */
export interface CheckBasis {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  /** When the file arrived; undefined while it has no content. */
  readonly receivedAt?: Temporal.Instant;
  /** The fingerprint of the content; undefined while there is none. */
  readonly sha256?: string;
  /** What the content was found to be; undefined while there is none. */
  readonly inspection?: Inspection;
  /** The earlier document with the same content, by its symbol or file name. */
  readonly sameContentAs?: string;
}

/** What the secretariat has decided stays, whatever a check finds. */
const DECIDED: readonly DocStatus[] = ['accepted', 'published', 'withdrawn'];

/**
 * The columns of a contribution that follow from the rules, from the library's own record of its arrival and from
 * its form: nothing of what the columns said before counts, but the secretariat's decision.
 *
 * A contribution without a meeting or purpose gets the standing that it has for the next meeting after its arrival,
 * as one for action, so that its arrival counts while the form is completed.
 */
export function deriveColumns(contribution: Contribution, basis: CheckBasis): DerivedColumns {
  const { group, meetings, receivedAt, sha256, inspection, sameContentAs } = basis;
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  const findings = severestFirst([
    ...contentFindings(contribution, inspection, sameContentAs),
    ...checkFileName(contribution.fileName, inspection?.type, DOCUMENT_LIMITS),
    ...compareLanguages(contribution.originalLanguage, inspection?.language),
    ...meetingFindings(meeting, receivedAt, group),
    ...formFindings(contribution, meeting)
  ]);
  const decision = receivedAt === undefined ? undefined : standingAt(receivedAt, contribution, meeting ?? nextMeeting(meetings, receivedAt, group.zone), group);
  return {
    receivedAt,
    sha256,
    standing: decision?.standing,
    publicationDue: decision?.publicationDue,
    docStatus: statusOf(contribution, findings, decision),
    findings: JSON.stringify(findings)
  };
}

/** Whether a contribution's columns say already what a check derives. */
export function saysAlready(contribution: Contribution, derived: DerivedColumns): boolean {
  return (
    sameInstant(contribution.receivedAt, derived.receivedAt) &&
    contribution.sha256 === derived.sha256 &&
    contribution.standing === derived.standing &&
    contribution.publicationDue?.toString() === derived.publicationDue?.toString() &&
    contribution.docStatus === derived.docStatus &&
    contribution.findings === derived.findings
  );
}

function contentFindings({ size }: Contribution, inspection: Inspection | undefined, sameContentAs: string | undefined): Finding[] {
  if (size === 0) {
    return [finding('empty', {})];
  }
  return [...(inspection?.findings ?? []), ...(sameContentAs === undefined ? [] : [finding('sameContent', { document: sameContentAs })])];
}

/** What arrived before its meeting was over stays as it is when the meeting is; a postponed meeting has no dates to go by. */
function meetingFindings(meeting: Meeting | undefined, receivedAt: Temporal.Instant | undefined, { zone }: WorkingGroup): Finding[] {
  if (meeting?.status === 'cancelled') {
    return [finding('meetingCancelled', { meeting: meeting.title })];
  }
  if (meeting === undefined || meeting.status === 'postponed' || receivedAt === undefined) {
    return [];
  }
  const receivedOn = receivedAt.toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(receivedOn, meeting.end) > 0 ? [finding('meetingHeld', { meeting: meeting.title })] : [];
}

function formFindings(contribution: Contribution, meeting: Meeting | undefined): Finding[] {
  const { title, source, originalLanguage, purpose } = contribution;
  const filled: readonly (readonly [MetadataField, unknown])[] = [
    ['title', title],
    ['source', source],
    ['originalLanguage', originalLanguage],
    ['purpose', purpose],
    // A number that belongs to no meeting is as good as none.
    ['meeting', meeting]
  ];
  return filled.filter(([, value]) => value === undefined).map(([field]) => finding('metadataMissing', { field }));
}

function standingAt(
  receivedAt: Temporal.Instant,
  { purpose }: Contribution,
  meeting: Meeting | undefined,
  group: WorkingGroup
): StandingDecision | undefined {
  return meeting === undefined ? undefined : standingOf(purpose ?? 'action', receivedAt, meeting, group);
}

function statusOf({ docStatus }: Contribution, findings: readonly Finding[], decision: StandingDecision | undefined): DocStatus {
  if (docStatus !== undefined && DECIDED.includes(docStatus)) {
    return docStatus;
  }
  if (findings.some(({ severity }) => severity !== 'informs')) {
    return 'needsAttention';
  }
  return decision?.standing === 'held' ? 'held' : 'received';
}

/** SharePoint keeps whole seconds of a date and time. */
function sameInstant(a: Temporal.Instant | undefined, b: Temporal.Instant | undefined): boolean {
  const seconds = (instant: Temporal.Instant | undefined): number | undefined =>
    instant === undefined ? undefined : Math.floor(instant.epochMilliseconds / 1000);
  return seconds(a) === seconds(b);
}
