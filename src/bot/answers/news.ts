import { Temporal } from 'temporal-polyfill';
import { decidedState } from '../../rules/decision';
import type { Contribution } from '../../site/contribution';
import { documentDecisionOf } from '../../site/decisions';
import type { Decision } from '../../site/decisions';
import type { DeskCard } from '../cards/deskCard';
import { MEETING_NEWS, newsCard } from '../cards/newsCard';
import type { MeetingNewsKind, News } from '../cards/newsCard';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** What is older is not looked for: who was away for so long looks into the desk. */
const MOST_READ = 100;

/**
 * What has come, was published or was decided since a day; since the day before when the question does not say.
 * It names documents as the library lists them to every member, and nothing of what the check found in them.
 */
export async function answerNews(since: Temporal.PlainDate | undefined, { site }: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, now, deskUrl, translator } = context;
  const from = since ?? now.toZonedDateTimeISO(group.zone).toPlainDate().subtract({ days: 1 });
  const start = from.toZonedDateTime(group.zone).toInstant();
  const isNew = (at: Temporal.Instant): boolean => Temporal.Instant.compare(at, start) >= 0;
  const [latest, taken] = await Promise.all([site.contributions.recent(MOST_READ), site.decisions.latest(MOST_READ)]);
  const decisions = taken.filter(({ decidedAt }) => isNew(decidedAt));
  const publishedIds = idsOf(decisions, 'publish');
  const older = await site.contributions.byIds(publishedIds.filter((id) => !latest.some((each) => each.id === id)));
  const documents = [...latest, ...older];
  const news = [
    ...publishedIds.flatMap((id) => publication(documents.find((each) => each.id === id), decisions)),
    ...latest.filter(({ id, createdAt }) => isNew(createdAt) && !publishedIds.includes(id)).map((document): News => ({ kind: 'received', at: document.receivedAt ?? document.createdAt, document })),
    ...decisions.flatMap((decision) => meetingNews(decision, context))
  ].sort((a, b) => Temporal.Instant.compare(b.at, a.at));
  return newsCard(from, news, group, deskUrl, translator);
}

function idsOf(decisions: readonly Decision[], kind: Decision['kind']): number[] {
  return [...new Set(decisions.flatMap((decision) => (decision.kind === kind ? (decision.contributionId ?? []) : [])))];
}

/** That a document was published, unless it has been withdrawn since. */
function publication(document: Contribution | undefined, decisions: readonly Decision[]): News[] {
  const own = decisions.filter(({ contributionId }) => contributionId !== undefined && contributionId === document?.id);
  const { status, publishedAt } = decidedState([...own].reverse().map(documentDecisionOf), document?.meetingId);
  return document === undefined || status !== 'published' || publishedAt === undefined ? [] : [{ kind: 'published', at: publishedAt, document }];
}

/** What was decided about a meeting that is still there. */
function meetingNews({ kind, meetingId, contributionId, decidedAt, effect }: Decision, { meetings }: AnswerContext): News[] {
  const meeting = meetings.find(({ id }) => id === meetingId);
  if (meeting === undefined || contributionId !== undefined || !isMeetingNews(kind)) {
    return [];
  }
  const outcomes = effect?.interpretation?.outcomes;
  return kind === 'interpretation' ? (outcomes === undefined ? [] : [{ kind, at: decidedAt, meeting, outcomes }]) : [{ kind, at: decidedAt, meeting }];
}

function isMeetingNews(kind: Decision['kind']): kind is MeetingNewsKind | 'interpretation' {
  return kind === 'interpretation' || (MEETING_NEWS as readonly string[]).includes(kind);
}
