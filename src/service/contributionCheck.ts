import { Temporal } from 'temporal-polyfill';
import { compareLanguages } from '../documents/compareLanguages';
import { checkFileName } from '../documents/fileName';
import { finding, severestFirst } from '../documents/findings';
import type { Finding, MetadataField } from '../documents/findings';
import { DOCUMENT_LIMITS } from '../documents/limits';
import type { DocStatus } from '../rules/contribution';
import type { DecidedState } from '../rules/decision';
import { nextMeeting } from '../rules/meeting';
import type { Meeting } from '../rules/meeting';
import { formatSymbol } from '../rules/numbering';
import { rederiveStanding } from '../rules/rederivation';
import type { Rederivation, StandingPromise } from '../rules/rederivation';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution, DerivedColumns } from '../site/contribution';
import type { GivenNumber } from '../site/numbers';
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
  /** What was decided about it, for the meeting that it is for. */
  readonly decided?: DecidedState;
  /** What the service gave it before. */
  readonly promise?: StandingPromise;
  /** The number that it was given. */
  readonly number?: GivenNumber;
  /** The number that its columns claim belongs to another document; it is left there for the secretariat to mend. */
  readonly numberClash?: boolean;
}

/** What a check derives. */
export interface CheckResult {
  readonly columns: DerivedColumns;
  /** The standing as a promise; none while meeting, purpose or arrival are not known. */
  readonly promise?: StandingPromise;
}

/**
 * The columns of a contribution that follow from the rules, from the library's own record of its arrival, from its
 * form, from the numbers that were given and from what was decided: nothing of what the columns said before counts.
 *
 * A contribution without a meeting or purpose gets the standing that it has for the next meeting after its arrival,
 * as one for action, so that its arrival counts while the form is completed.
 */
export function deriveColumns(contribution: Contribution, basis: CheckBasis): CheckResult {
  const { group, meetings, receivedAt, sha256, inspection, sameContentAs, decided } = basis;
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  const derived = receivedAt === undefined ? undefined : standingAt(receivedAt, contribution, meeting ?? nextMeeting(meetings, receivedAt, group.zone), basis);
  const findings = severestFirst([
    ...contentFindings(contribution, inspection, sameContentAs),
    ...checkFileName(contribution.fileName, inspection?.type, DOCUMENT_LIMITS),
    ...compareLanguages(contribution.originalLanguage, inspection?.language),
    ...meetingFindings(meeting, receivedAt, group),
    ...questionFindings(meeting, derived),
    ...clashFindings(contribution, basis),
    ...formFindings(contribution, meeting)
  ]);
  const { purpose } = contribution;
  return {
    columns: {
      receivedAt,
      sha256,
      standing: derived?.standing,
      publicationDue: derived?.publicationDue,
      docStatus: decided?.status ?? statusOf(findings, derived),
      findings: JSON.stringify(findings),
      publishedAt: decided?.publishedAt,
      ...numberColumns(contribution, basis)
    },
    ...(derived === undefined || meeting === undefined || purpose === undefined
      ? {}
      : { promise: { standing: derived.standing, meetingId: meeting.id, purpose } })
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
    contribution.findings === derived.findings &&
    contribution.docSeries === derived.docSeries &&
    contribution.docNumber === derived.docNumber &&
    contribution.docSymbol === derived.docSymbol &&
    contribution.partCount === derived.partCount &&
    sameInstant(contribution.publishedAt, derived.publishedAt)
  );
}

function numberColumns(contribution: Contribution, { number: given, numberClash, group }: CheckBasis): Partial<DerivedColumns> {
  if (given === undefined) {
    const { docSeries, docNumber, docSymbol } = contribution;
    return numberClash === true ? { docSeries, docNumber, docSymbol } : {};
  }
  const { series, number, part } = given;
  return { docSeries: series, docNumber: number, partCount: part?.count, docSymbol: formatSymbol({ ...given, language: contribution.originalLanguage }, group) };
}

function contentFindings({ size }: Contribution, inspection: Inspection | undefined, sameContentAs: string | undefined): Finding[] {
  if (size === 0) {
    // What is known of a content that is gone says nothing of the document; that it never had any does.
    return [...(inspection?.findings ?? [finding('empty', {})])];
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

/** What a moved meeting would take away stands there until it is decided. A cancelled meeting has a finding of its own. */
function questionFindings(meeting: Meeting | undefined, derived: Rederivation | undefined): Finding[] {
  return derived?.outcome === 'needsDecision' && meeting !== undefined && meeting.status !== 'cancelled'
    ? [finding('standingInQuestion', { meeting: meeting.title, before: derived.standing, after: derived.decision?.standing ?? 'none' })]
    : [];
}

function clashFindings({ docNumber, docSymbol }: Contribution, { numberClash }: CheckBasis): Finding[] {
  return numberClash === true ? [finding('numberClash', { symbol: docSymbol ?? String(docNumber) })] : [];
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
  { group, decided, promise }: CheckBasis
): Rederivation | undefined {
  if (meeting === undefined) {
    return undefined;
  }
  const standing = promise?.meetingId === meeting.id && promise.purpose === purpose ? promise.standing : undefined;
  return rederiveStanding({ purpose: purpose ?? 'action', receivedAt, standing, admittedAt: decided?.admittedAt, answer: decided?.answer }, meeting, group);
}

function statusOf(findings: readonly Finding[], derived: Rederivation | undefined): DocStatus {
  if (findings.some(({ severity }) => severity !== 'informs')) {
    return 'needsAttention';
  }
  return derived?.standing === 'held' ? 'held' : 'received';
}

/** SharePoint keeps whole seconds of a date and time. */
function sameInstant(a: Temporal.Instant | undefined, b: Temporal.Instant | undefined): boolean {
  const seconds = (instant: Temporal.Instant | undefined): number | undefined =>
    instant === undefined ? undefined : Math.floor(instant.epochMilliseconds / 1000);
  return seconds(a) === seconds(b);
}
