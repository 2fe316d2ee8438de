import { Temporal } from 'temporal-polyfill';
import type { DeskEvent, MovedDeadline } from '../bot/cards/eventCard';
import type { GroupFacts, GroupFactsCache } from '../bot/groupFacts';
import { decidedState } from '../rules/decision';
import { deadlinesOf, isOpen } from '../rules/deadlines';
import type { Happening } from '../rules/digest';
import { interpretationPhase } from '../rules/interpretation';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution } from '../site/contribution';
import { documentDecisionOf, interpretationDecisionOf } from '../site/decisions';
import type { Decision } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import type { ListedTranslation } from '../site/translations';
import { idRanges } from './idRanges';

/** Something that happened, as the site's lists tell it. */
export interface ListedEvent extends Happening {
  /** The part of a post's unique key that names it. */
  readonly key: string;
  /** The meeting that it is about; undefined when it is about a document. */
  readonly meetingId?: number;
  readonly event: DeskEvent;
}

type EventsSite = Pick<DeskSite, 'contributions' | 'decisions' | 'translations' | 'clock'>;

/**
 * Reads what happened from the decisions and the list of translations, so that a stop of the service loses nothing.
 * - A document is published by a decision and named as soon as the library shows it as published; a language version is told
 *   of by its translation. What was withdrawn since is not told.
 * - A translation counts from when both it and the document are there: one that is ready earlier would tell of a document
 *   that is not published.
 * - Of several moves of a meeting's deadline, and of several decisions on its interpretation, only the last is told.
 */
export class DeskEvents {
  public constructor(
    private readonly site: EventsSite,
    private readonly facts: Pick<GroupFactsCache, 'read'>,
    /** Absolute address of the site. */
    private readonly siteUrl: string
  ) {}

  /** What happened from an instant on. @throws SiteError */
  public async since(from: Temporal.Instant): Promise<ListedEvent[]> {
    const decisions = await this.site.decisions.since(from);
    const facts = await this.facts.read();
    const { published, documents, publishedAt } = await this.published(decisions, await this.site.translations.availableSince(from));
    return [...published, ...(await this.versions(documents, publishedAt, from)), ...this.ofMeetings(decisions, facts)];
  }

  private async published(
    decisions: readonly Decision[],
    rows: readonly ListedTranslation[]
  ): Promise<{ readonly published: ListedEvent[]; readonly documents: ReadonlyMap<Contribution, readonly ListedTranslation[]>; readonly publishedAt: ReadonlyMap<number, Temporal.Instant> }> {
    const { site } = this;
    const decided = [...new Set(decisions.flatMap(({ kind, contributionId }) => (kind === 'publish' ? (contributionId ?? []) : [])))];
    const translated = [...new Set(rows.map(({ contributionId }) => contributionId))].filter((id) => !decided.includes(id));
    const documents = (await site.contributions.byIds([...decided, ...translated])).filter(({ docStatus }) => docStatus === 'published');
    // The column can be written by delegates; that a document is published only by the secretariat.
    const older = (await Promise.all(idRanges(translated).map(([first, last]) => site.decisions.ofContributions(first, last)))).flat();
    const publishedAt = new Map(
      documents.flatMap(({ id, meetingId }) => {
        const own = (decided.includes(id) ? decisions : older).filter(({ contributionId }) => contributionId === id);
        const state = decidedState(own.map(documentDecisionOf), meetingId);
        return state.status === 'published' && state.publishedAt !== undefined ? [[id, state.publishedAt] as const] : [];
      })
    );
    const all = [...rows, ...(await Promise.all(idRanges(decided).map(([first, last]) => site.translations.ofContributions(first, last)))).flat()];
    const byId = new Map(all.filter(({ status }) => status === 'available' || status === 'supplied').map((row) => [row.id, row]));
    const originals = documents.filter(({ id, partKind }) => publishedAt.has(id) && partKind !== 'languageVersion');
    return {
      published: originals
        .filter(({ id }) => decided.includes(id))
        .map((document) => ({ key: `published/${document.id}`, at: publishedAt.get(document.id) as Temporal.Instant, event: { kind: 'published', document } })),
      documents: new Map(originals.map((document) => [document, [...byId.values()].filter(({ contributionId }) => contributionId === document.id)])),
      publishedAt
    };
  }

  private async versions(
    documents: ReadonlyMap<Contribution, readonly ListedTranslation[]>,
    publishedAt: ReadonlyMap<number, Temporal.Instant>,
    from: Temporal.Instant
  ): Promise<ListedEvent[]> {
    return [...documents].flatMap(([document, rows]) =>
      rows.flatMap(({ language, modifiedAt, fileRef }): ListedEvent[] => {
        const at = [modifiedAt, publishedAt.get(document.id) ?? modifiedAt].sort(Temporal.Instant.compare)[1];
        const url = fileRef === undefined ? undefined : new URL(encodeURI(fileRef), this.siteUrl).href;
        const event: DeskEvent = { kind: 'languageVersions', document, language, ...(url === undefined ? {} : { url }) };
        return Temporal.Instant.compare(at, from) < 0 ? [] : [{ key: `languageVersions/${document.id}/${language}`, at, event }];
      })
    );
  }

  private ofMeetings(decisions: readonly Decision[], { group, meetings }: GroupFacts): ListedEvent[] {
    const now = this.site.clock.now();
    const today = now.toZonedDateTimeISO(group.zone).toPlainDate();
    const toCome = meetings.filter(({ status, end }) => status === 'planned' && Temporal.PlainDate.compare(end, today) >= 0);
    return toCome.flatMap((meeting) => [...movesOf(meeting, decisions, group, now), ...interpretationOf(meeting, decisions, group, now)]);
  }
}

function movesOf(meeting: Meeting, decisions: readonly Decision[], group: WorkingGroup, now: Temporal.Instant): ListedEvent[] {
  const last = decisions.filter(({ kind, meetingId, contributionId }) => kind === 'extendDeadline' && meetingId === meeting.id && contributionId === undefined).at(-1);
  const change = last?.effect?.changes?.AgreedDeadline;
  if (last === undefined || change === undefined) {
    return [];
  }
  const { agreedDeadline: _now, ...rest } = meeting;
  const before: Meeting = typeof change.before === 'string' ? { ...rest, agreedDeadline: Temporal.PlainDate.from(change.before.slice(0, 10)) } : rest;
  const [first, ...others] = movedDeadlines(before, meeting, group).filter(({ was, deadline }) => isOpen(deadline, now) || isOpen({ ...deadline, ...endOf(was, group) }, now));
  if (first === undefined) {
    return [];
  }
  const ends = [first, ...others]
    .flatMap(({ was, deadline }) => [deadline.closesAt.toInstant(), endOf(was, group).closesAt.toInstant()])
    .filter((end) => Temporal.Instant.compare(end, now) >= 0)
    .sort(Temporal.Instant.compare);
  return [{ key: `deadlineMoved/${meeting.id}/${last.id}`, at: last.decidedAt, meetingId: meeting.id, event: { kind: 'deadlineMoved', meeting, deadlines: [first, ...others] }, knownBy: ends[0] }];
}

function movedDeadlines(before: Meeting, after: Meeting, group: WorkingGroup): MovedDeadline[] {
  const [was, is] = [deadlinesOf(before, group), deadlinesOf(after, group)];
  const translation = { kind: 'translation', was: was.bindingTranslation.date, deadline: is.bindingTranslation } as const;
  const action = { kind: is.binding.kind, was: was.binding.date, deadline: is.binding };
  const isOneDay = translation.deadline.date.equals(action.deadline.date) && translation.was.equals(action.was);
  return (isOneDay ? [action] : [translation, action]).filter((moved) => !moved.was.equals(moved.deadline.date));
}

function interpretationOf(meeting: Meeting, decisions: readonly Decision[], group: WorkingGroup, now: Temporal.Instant): ListedEvent[] {
  const decision = interpretationDecisionOf(decisions, meeting.id);
  return decision === undefined || interpretationPhase(meeting, decision, group, now) !== 'decided'
    ? []
    : [{ key: `interpretation/${meeting.id}/${decision.id}`, at: decision.decidedAt, meetingId: meeting.id, event: { kind: 'interpretation', meeting, outcomes: decision.outcomes } }];
}

/** The last second of a day, as a deadline has it. */
function endOf(date: Temporal.PlainDate, { zone }: WorkingGroup): { readonly date: Temporal.PlainDate; readonly closesAt: Temporal.ZonedDateTime } {
  return { date, closesAt: date.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }) };
}
