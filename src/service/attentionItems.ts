import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { AttentionItem, DocumentAttention } from '../bot/cards/attentionCard';
import type { GroupFacts, GroupFactsCache } from '../bot/groupFacts';
import { FINDING_SEVERITY } from '../documents/findings';
import type { FindingCode } from '../documents/findings';
import { attentionOf } from '../rules/attention';
import type { DocStatus } from '../rules/contribution';
import { decidedState } from '../rules/decision';
import { deadlinesOf } from '../rules/deadlines';
import type { Happening } from '../rules/digest';
import { interpretationPhase } from '../rules/interpretation';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution } from '../site/contribution';
import { documentDecisionOf, interpretationDecisionOf } from '../site/decisions';
import type { Decision } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import { idRanges } from './idRanges';

/** The states of a document in which something can need attention. */
const UNDER_WAY: readonly DocStatus[] = ['needsAttention', 'held', 'received', 'accepted'];
const codesSchema = v.pipe(v.string(), v.parseJson(), v.array(v.object({ code: v.string() })));

/** Something that has come to need attention. */
export interface ListedItem extends Happening {
  /** The part of a post's unique key that names it and why. */
  readonly key: string;
  readonly meetingId?: number;
  readonly item: AttentionItem;
  /** The members of the secretariat are told of it in their own chats whatever they chose. */
  readonly isToldToEachMember: boolean;
}

/** What it works with. */
export interface AttentionItemsParts {
  readonly site: Pick<DeskSite, 'contributions' | 'decisions' | 'reminders' | 'channels' | 'clock'>;
  readonly facts: Pick<GroupFactsCache, 'read' | 'languagesOf'>;
  /** How long an author has to complete a form before anybody is told that something is missing. */
  readonly quietSeconds: number;
}

/**
 * Reads what needs the secretariat's attention: documents that are late for publication, that came too late and wait for the
 * chair, whose meeting changed, or in which the check found something (each kind of finding is a reason of its own, so also
 * the clash of two numbers); interpretation that is to be decided; messages that were interrupted; channels that were closed.
 */
export class AttentionItems {
  public constructor(private readonly parts: AttentionItemsParts) {}

  /** What has come to need attention from an instant on. @throws SiteError */
  public async since(from: Temporal.Instant): Promise<ListedItem[]> {
    const facts = await this.parts.facts.read();
    const found = [...(await this.documents(from, facts.group)), ...(await this.interpretation(facts)), ...(await this.interrupted()), ...(await this.closed())];
    return found.filter(({ at }) => Temporal.Instant.compare(at, from) >= 0);
  }

  private async documents(from: Temporal.Instant, group: WorkingGroup): Promise<ListedItem[]> {
    const { site, quietSeconds } = this.parts;
    const documents: Contribution[] = [];
    for (const status of UNDER_WAY) {
      for await (const page of site.contributions.pages({ status })) {
        documents.push(...page);
      }
    }
    const now = site.clock.now();
    const isBeingEdited = ({ modifiedAt }: Contribution): boolean => now.since(modifiedAt).total('seconds') < quietSeconds;
    const fresh = documents.filter((document) => !isBeingEdited(document)).filter((document) => itemsOf(document, false, now, group).some(({ at }) => Temporal.Instant.compare(at, from) >= 0));
    const decisions = (await Promise.all(idRanges(fresh.map(({ id }) => id)).map(([first, last]) => site.decisions.ofContributions(first, last)))).flat();
    return fresh.flatMap((document) => itemsOf(document, isHeldByDecision(document, decisions), now, group));
  }

  private async interpretation({ group, meetings }: GroupFacts): Promise<ListedItem[]> {
    const { site, facts } = this.parts;
    const now = site.clock.now();
    const today = now.toZonedDateTimeISO(group.zone).toPlainDate();
    const items: ListedItem[] = [];
    for (const meeting of meetings.filter(({ status, end }) => status === 'planned' && Temporal.PlainDate.compare(end, today) >= 0)) {
      const { decisions } = await facts.languagesOf(meeting.id);
      const decision = interpretationDecisionOf(decisions, meeting.id);
      const phase = interpretationPhase(meeting, decision, group, now);
      const fundsAt = decisions.filter(({ kind, meetingId }) => kind === 'languageFunds' && meetingId === meeting.id).at(-1)?.decidedAt;
      if (phase === 'toDecide' || phase === 'reopened') {
        items.push({
          key: `attention/interpretation/${meeting.id}/${decision === undefined ? 'first' : `${decision.id}-${meeting.languageFunds}`}`,
          at: decision === undefined ? deadlinesOf(meeting, group).languageRequest.closesAt.toInstant() : (fundsAt ?? decision.decidedAt),
          meetingId: meeting.id,
          item: { kind: 'interpretation', meeting },
          isToldToEachMember: true
        });
      }
    }
    return items;
  }

  private async interrupted(): Promise<ListedItem[]> {
    const records = await this.parts.site.reminders.interrupted();
    return records.map(({ id, modifiedAt }) => ({ key: `attention/interrupted/${id}`, at: modifiedAt, item: { kind: 'interrupted' }, isToldToEachMember: false }));
  }

  private async closed(): Promise<ListedItem[]> {
    const channels = await this.parts.site.channels.closed();
    return channels.map(({ id, title, closedAt }) => ({
      key: `attention/channelClosed/${id}/${closedAt.epochMilliseconds}`,
      at: closedAt,
      item: { kind: 'channelClosed', title },
      isToldToEachMember: true
    }));
  }
}

/** A document for each reason for which it needs attention. */
function itemsOf(document: Contribution, isHeld: boolean, now: Temporal.Instant, group: WorkingGroup): ListedItem[] {
  const { id, docStatus, standing, publicationDue, modifiedAt, findings } = document;
  const parsed = v.safeParse(codesSchema, findings);
  const codes = parsed.success ? [...new Set(parsed.output.map(({ code }) => code))] : [];
  const isInQuestion = codes.some((code) => code === 'standingInQuestion' || code === 'meetingCancelled');
  const attention = attentionOf({ docStatus, standing, publicationDue, isInQuestion, isHeldByDecision: isHeld }, now, group);
  if (attention === 'publish' || attention === 'none') {
    return [];
  }
  const item = (reason: string, at: Temporal.Instant): ListedItem => ({
    key: `attention/${id}/${reason}`,
    at,
    item: { kind: 'document', document, attention: attention satisfies DocumentAttention },
    isToldToEachMember: false
  });
  const answerable = docStatus === 'needsAttention' ? codes.filter((code) => isKnown(code) && FINDING_SEVERITY[code] !== 'informs') : [];
  return [
    ...(attention === 'attention' && answerable.length > 0 ? [] : [item(attention, attention === 'overdue' && publicationDue !== undefined ? dayAfter(publicationDue, group) : modifiedAt)]),
    ...answerable.map((code) => item(code, modifiedAt))
  ];
}

function isHeldByDecision({ id, meetingId }: Contribution, decisions: readonly Decision[]): boolean {
  const own = decisions.filter(({ contributionId }) => contributionId === id);
  return decidedState(own.map(documentDecisionOf), meetingId).status === 'held';
}

function isKnown(code: string): code is FindingCode {
  return Object.hasOwn(FINDING_SEVERITY, code);
}

function dayAfter(date: Temporal.PlainDate, { zone }: WorkingGroup): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
