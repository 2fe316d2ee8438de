import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { STANDINGS } from '../rules/contribution';
import { DECISION_KINDS } from '../rules/decision';
import type { DecisionKind, DocumentDecision, StandingQuestion } from '../rules/decision';
import { INTERPRETATION_REASONS } from '../rules/interpretation';
import type { InterpretationDecision } from '../rules/interpretation';
import { LANGUAGES } from '../rules/language';
import { LANGUAGE_FUNDS } from '../rules/meeting';
import { choiceOf, numberOf, selectedColumns, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import type { SitePerson } from './contribution';
import { SiteError } from './errors';
import { personOf } from './personColumn';
import type { PersonRow } from './personColumn';
import { SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** What is decided; about a document, a meeting, or a document in a meeting. */
export interface DecisionDraft {
  readonly kind: DecisionKind;
  readonly meetingId?: number;
  readonly contributionId?: number;
  readonly reason: string;
  readonly effect?: DecisionEffect;
}

/** What a decision changes or answers, kept with it as JSON. */
export interface DecisionEffect {
  /** What `keepStanding` and `applyStanding` answer. */
  readonly question?: StandingQuestion;
  /** What it changed, by the name of the column; dates as ISO texts. */
  readonly changes?: Readonly<Record<string, { readonly before?: string | number; readonly after?: string | number }>>;
  /** What `interpretation` decides, and what was known of the funds then. */
  readonly interpretation?: Pick<InterpretationDecision, 'outcomes' | 'funds'>;
  /** Where it came from when it was not taken in the desk: the author's own wish, or the secretariat's hand in the library. */
  readonly origin?: 'author' | 'library';
}

/** A decision as the site recorded it. */
export interface Decision extends DecisionDraft {
  readonly id: number;
  /** Who entered it, by the site's own record. */
  readonly decidedBy: SitePerson;
  /** When it was entered, by the site's own record. */
  readonly decidedAt: Temporal.Instant;
}

type DecisionsSchema = typeof SITE_SCHEMA.decisions;
type DecisionRow = Row<DecisionsSchema> & { readonly Created: string; readonly Author?: PersonRow };

const SELECT = [...selectedColumns(SITE_SCHEMA.decisions), 'Created', 'Author/Id', 'Author/Title', 'Author/EMail'];
/** Decisions about one document or meeting are few; more than this in one answer is not asked for. */
const PAGE_SIZE = 500;
/** Of the latest decisions so many are asked for at once. */
const LATEST_SIZE = 100;

/**
 * What the secretariat and the chair decided, and why. The library's columns can be changed by delegates; these rows
 * only by the secretariat, so that they are the truth about a decision.
 */
export class Decisions {
  private readonly list: SiteList<DecisionsSchema>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.decisions);
  }

  /**
   * Records a decision.
   * @throws SiteError `notAllowed` for everybody but the secretariat
   */
  public async record(draft: DecisionDraft): Promise<Decision> {
    const { id } = await this.list.add({
      Title: draft.kind,
      DecisionKind: draft.kind,
      MeetingId: draft.meetingId ?? null,
      ContributionId: draft.contributionId ?? null,
      Reason: draft.reason,
      Effect: draft.effect === undefined ? null : JSON.stringify(draft.effect)
    });
    const row = await this.list.list.items.getById(id).select(...SELECT).expand('Author')<DecisionRow>();
    const decision = decisionOf(row);
    if (decision === undefined) {
      throw new SiteError('unexpected', `The site did not keep the kind of decision ${id}`);
    }
    return decision;
  }

  /**
   * Records a decision unless it is the latest one about its document or meeting already: safe to repeat after a lost
   * answer.
   * @throws SiteError as {@link record}
   */
  public async recordOnce(draft: DecisionDraft): Promise<Decision> {
    const { contributionId, meetingId } = draft;
    const known = contributionId !== undefined ? await this.ofContribution(contributionId) : meetingId !== undefined ? await this.ofMeeting(meetingId) : [];
    const latest = known.filter((decision) => decision.contributionId === contributionId).pop();
    return latest !== undefined && sameDecision(latest, draft) ? latest : this.record(draft);
  }

  /** The decisions about a document, oldest first. */
  public async ofContribution(contributionId: number): Promise<Decision[]> {
    return this.read(`ContributionId eq ${contributionId}`);
  }

  /** The decisions about documents with ids in a range, both ends included; oldest first. */
  public async ofContributions(from: number, to: number): Promise<Decision[]> {
    return this.read(`ContributionId ge ${from} and ContributionId le ${to}`);
  }

  /** The decisions about a meeting and about documents in it, oldest first. */
  public async ofMeeting(meetingId: number): Promise<Decision[]> {
    return this.read(`MeetingId eq ${meetingId}`);
  }

  /** The latest decisions, newest first. */
  public async latest(limit: number): Promise<Decision[]> {
    const rows = await this.list.list.items
      .select(...SELECT)
      .expand('Author')
      .orderBy('Id', false)
      .top(limit)<DecisionRow[]>();
    return rows.flatMap((row) => decisionOf(row) ?? []);
  }

  /** The decisions from an instant on, oldest first; read from the newest back, so that the older ones cost nothing. */
  public async since(from: Temporal.Instant): Promise<Decision[]> {
    const found: Decision[] = [];
    for (let before: number | undefined; ; ) {
      const request = this.list.list.items
        .select(...SELECT)
        .expand('Author')
        .orderBy('Id', false)
        .top(LATEST_SIZE);
      const rows = await (before === undefined ? request : request.filter(`Id lt ${before}`))<DecisionRow[]>();
      const isNew = ({ Created }: DecisionRow): boolean => Temporal.Instant.compare(Temporal.Instant.from(Created), from) >= 0;
      found.push(...rows.filter(isNew).flatMap((row) => decisionOf(row) ?? []));
      if (rows.length < LATEST_SIZE || !rows.every(isNew)) {
        return found.reverse();
      }
      before = rows[rows.length - 1].Id;
    }
  }

  private async read(filter: string): Promise<Decision[]> {
    const decisions: Decision[] = [];
    for (let after = 0; ; ) {
      const rows = await this.list.list.items
        .select(...SELECT)
        .expand('Author')
        .filter(filter)
        .top(PAGE_SIZE)
        .skip(after)<DecisionRow[]>();
      decisions.push(...rows.flatMap((row) => decisionOf(row) ?? []));
      if (rows.length < PAGE_SIZE) {
        return decisions;
      }
      after = rows[rows.length - 1].Id;
    }
  }
}

const changeSchema = v.object({ before: v.optional(v.union([v.string(), v.number()])), after: v.optional(v.union([v.string(), v.number()])) });
const effectSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    question: v.optional(v.object({ before: v.picklist(STANDINGS), after: v.optional(v.picklist(STANDINGS)) })),
    changes: v.optional(v.record(v.string(), changeSchema)),
    interpretation: v.optional(
      v.object({
        funds: v.picklist(LANGUAGE_FUNDS),
        outcomes: v.array(v.object({ language: v.picklist(LANGUAGES), isProvided: v.boolean(), reason: v.picklist(INTERPRETATION_REASONS) }))
      })
    ),
    origin: v.optional(v.picklist(['author', 'library']))
  })
);

/** @returns undefined for none, or for one that somebody wrote by hand in another form */
function effectOf(text: string | undefined): DecisionEffect | undefined {
  const parsed = v.safeParse(effectSchema, text);
  return parsed.success ? parsed.output : undefined;
}

function sameDecision(one: DecisionDraft, other: DecisionDraft): boolean {
  const content = ({ kind, meetingId, reason, effect }: DecisionDraft): string => JSON.stringify([kind, meetingId, reason, effect]);
  return content(one) === content(other);
}

/** A decision as the rules take it. */
export function documentDecisionOf({ kind, decidedAt, meetingId, effect }: Decision): DocumentDecision {
  return { kind, decidedAt, ...(meetingId === undefined ? {} : { meetingId }), ...(effect?.question === undefined ? {} : { question: effect.question }) };
}

/** @returns undefined for an item that was entered by hand without a kind */
function decisionOf(row: DecisionRow): Decision | undefined {
  const kind = choiceOf(row.DecisionKind, DECISION_KINDS);
  if (kind === undefined) {
    return undefined;
  }
  const meetingId = numberOf(row.MeetingId);
  const contributionId = numberOf(row.ContributionId);
  const effect = effectOf(textOf(row.Effect));
  return {
    id: row.Id,
    kind,
    reason: textOf(row.Reason) ?? '',
    decidedBy: personOf(row.Author),
    decidedAt: Temporal.Instant.from(row.Created),
    ...(meetingId === undefined ? {} : { meetingId }),
    ...(contributionId === undefined ? {} : { contributionId }),
    ...(effect === undefined ? {} : { effect })
  };
}

/** What was last decided about the interpretation at a meeting; undefined while nothing is. */
export function interpretationDecisionOf(decisions: readonly Decision[], meetingId: number): (InterpretationDecision & { readonly id: number; readonly reason: string }) | undefined {
  const last = decisions.filter((decision) => decision.kind === 'interpretation' && decision.meetingId === meetingId && decision.effect?.interpretation !== undefined).at(-1);
  return last?.effect?.interpretation === undefined ? undefined : { ...last.effect.interpretation, decidedAt: last.decidedAt, id: last.id, reason: last.reason };
}
