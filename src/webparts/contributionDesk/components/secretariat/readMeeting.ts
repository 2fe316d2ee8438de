import type { Meeting } from '../../../../rules/meeting';
import type { Contribution } from '../../../../site/contribution';
import type { Decision } from '../../../../site/decisions';
import type { SecretariatSite } from '../../../../site/secretariatSite';

/** What the secretariat's list is made from. */
export interface MeetingRecord {
  readonly meetings: readonly Meeting[];
  /** The meeting's documents, and those that need attention and belong to no meeting. */
  readonly documents: readonly Contribution[];
  /** What was decided about the meeting and its documents, oldest first. */
  readonly decisions: readonly Decision[];
}

/** Reads all that the list of a meeting shows. */
export async function readMeeting(site: SecretariatSite, meetingId: number): Promise<MeetingRecord> {
  const [meetings, own, inNeed, decisions] = await Promise.all([
    site.meetings.all(),
    allOf(site.contributions.ofMeeting(meetingId)),
    allOf(site.contributions.withStatus('needsAttention')),
    site.decisions.ofMeeting(meetingId)
  ]);
  const known = new Set(meetings.map(({ id }) => id));
  // A number that belongs to no meeting is as good as none.
  const homeless = inNeed.filter((document) => document.meetingId === undefined || !known.has(document.meetingId));
  return { meetings, documents: [...own, ...homeless], decisions };
}

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}
