import { Temporal } from 'temporal-polyfill';
import { DECISION_KINDS } from '../rules/decision';
import type { DecisionKind } from '../rules/decision';
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
  /** What it changes, JSON. */
  readonly effect?: string;
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
      Effect: draft.effect ?? null
    });
    const row = await this.list.list.items.getById(id).select(...SELECT).expand('Author')<DecisionRow>();
    const decision = decisionOf(row);
    if (decision === undefined) {
      throw new SiteError('unexpected', `The site did not keep the kind of decision ${id}`);
    }
    return decision;
  }

  /** The decisions about a document, oldest first. */
  public async ofContribution(contributionId: number): Promise<Decision[]> {
    return this.read(`ContributionId eq ${contributionId}`);
  }

  /** The decisions about a meeting and about documents in it, oldest first. */
  public async ofMeeting(meetingId: number): Promise<Decision[]> {
    return this.read(`MeetingId eq ${meetingId}`);
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

/** @returns undefined for an item that was entered by hand without a kind */
function decisionOf(row: DecisionRow): Decision | undefined {
  const kind = choiceOf(row.DecisionKind, DECISION_KINDS);
  if (kind === undefined) {
    return undefined;
  }
  const meetingId = numberOf(row.MeetingId);
  const contributionId = numberOf(row.ContributionId);
  const effect = textOf(row.Effect);
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
