import { createHash } from 'node:crypto';
import type { SentActivity } from '../support/connector';
import type { Journal } from './journal';
import type { SiteReader } from './siteReader';

/** What the checker compares. */
export interface Evidence {
  readonly site: SiteReader;
  readonly journal: Journal;
  /** What the connector took, in its order; the first got the id `activity-1`. */
  readonly sent: readonly SentActivity[];
  /** The conversations in which nobody asks anything: whatever is posted there, the service posted by itself. */
  readonly channels: readonly string[];
  /** The first days of the meetings by their ids, as `2020-10-01`. */
  readonly meetings: ReadonlyMap<number, string>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Compares a site with what was acknowledged: nothing lost, nothing doubled, no standing wrong. It shares no code with the
 * product: the days are counted anew, the site is read by its REST.
 * @returns a sentence for each thing that is wrong; none when all is well
 */
export async function problemsOf(evidence: Evidence): Promise<string[]> {
  return [...(await documentProblems(evidence)), ...(await requestProblems(evidence)), ...(await postProblems(evidence))];
}

async function documentProblems({ site, journal, meetings }: Evidence): Promise<string[]> {
  const rows = await site.items('Contributions', 'Created', 'FileRef', 'FileLeafRef', 'ReceivedAt', 'Standing', 'DocStatus', 'DocNumber', 'DocSymbol', 'MeetingId', 'Purpose');
  const byId = new Map(rows.map((row) => [Number(row.Id), row]));
  const problems: string[] = [];
  for (const { id, name, sha256, from, to } of journal.of('uploaded')) {
    const row = byId.get(id);
    if (row === undefined) {
      problems.push(`${name} (${id}) was acknowledged and is lost`);
      continue;
    }
    if (createHash('sha256').update(await site.file(String(row.FileRef))).digest('hex') !== sha256) {
      problems.push(`${name} (${id}) has other bytes than were sent`);
    }
    const created = Date.parse(String(row.Created));
    if (created < Date.parse(from) - 1000 || created > Date.parse(to) + 1000) {
      problems.push(`${name} (${id}) arrived at ${String(row.Created)}, but was sent between ${from} and ${to}`);
    }
    if (row.ReceivedAt !== row.Created) {
      problems.push(`${name} (${id}) counts from ${String(row.ReceivedAt)}, but arrived at ${String(row.Created)}`);
    }
  }
  for (const { id, meetingId, purpose } of journal.of('described')) {
    const row = byId.get(id);
    const opens = meetings.get(meetingId);
    const expected = row === undefined || opens === undefined ? undefined : purpose === 'information' ? 'information' : standingOn(genevaDay(String(row.Created)), opens);
    if (row !== undefined && (row.MeetingId !== meetingId || row.Purpose !== purpose)) {
      problems.push(`document ${id} was described for meeting ${meetingId} as ${purpose}, and has ${String(row.MeetingId)}, ${String(row.Purpose)}`);
    }
    if (row?.Standing !== expected) {
      problems.push(`document ${id}, arrived at ${String(row?.Created)} for ${opens}, is ${String(row?.Standing)} instead of ${expected}`);
    }
  }
  for (const { id, number } of journal.of('published')) {
    const row = byId.get(id);
    if (row?.DocNumber !== number || row.DocStatus !== 'published') {
      problems.push(`document ${id} was published as number ${number}, and has ${String(row?.DocNumber)}, ${String(row?.DocStatus)}`);
    }
  }
  const known = new Map(journal.attempted.flatMap((each) => (each.kind === 'upload' ? [[each.name, 0] as const] : [])) as readonly (readonly [string, number])[]);
  for (const { Id, FileLeafRef } of rows) {
    const name = String(FileLeafRef);
    const count = known.get(name);
    if (count === undefined || count > 0) {
      problems.push(`${name} (${String(Id)}) ${count === undefined ? 'was sent by nobody' : 'is there twice'}`);
    }
    known.set(name, (count ?? 0) + 1);
  }
  return [...problems, ...doubled(rows.flatMap(({ DocSymbol }) => (typeof DocSymbol === 'string' && DocSymbol !== '' ? [DocSymbol] : []))).map((symbol) => `the number ${symbol} was given twice`)];
}

async function requestProblems({ site, journal }: Evidence): Promise<string[]> {
  const rows = await site.items('LanguageRequests', 'MeetingId', 'Language', 'Delegation', 'RequestStatus');
  const keyOf = (meetingId: unknown, delegation: unknown, language: unknown): string => [meetingId, delegation, language].join('/');
  const found = new Map(rows.map((row) => [keyOf(row.MeetingId, row.Delegation, row.Language), row.RequestStatus]));
  const wished = new Map(journal.of('wished').map((wish) => [keyOf(wish.meetingId, wish.delegation, wish.language), wish.isWanted]));
  // Of what was asked without an answer nobody knows; it is left out.
  const doubtful = new Set(journal.attempted.flatMap((each) => (each.kind === 'wish' ? [keyOf(each.meetingId, each.delegation, each.language)] : [])));
  const wrong = [...wished].filter(([key, isWanted]) => !doubtful.has(key) && found.get(key) !== (isWanted ? 'active' : 'withdrawn')).map(([key, isWanted]) => `the request ${key} was ${isWanted ? 'made' : 'withdrawn'} and is ${String(found.get(key))}`);
  return [...wrong, ...doubled(rows.map((row) => keyOf(row.MeetingId, row.Delegation, row.Language))).map((key) => `the request ${key} is there twice`)];
}

async function postProblems({ site, journal, sent, channels }: Evidence): Promise<string[]> {
  const rows = await site.items('Reminders', 'ReminderKey', 'ReminderStatus', 'ActivityId');
  const posts = sent
    .map(({ conversationId, activity }, index) => ({ conversationId: conversationId.split(';')[0], summary: activity.summary ?? '', content: JSON.stringify(activity.attachments), id: `activity-${index + 1}` }))
    .filter(({ conversationId, summary }) => channels.includes(conversationId) && !/^I (will )?remind/.test(summary));
  const problems = doubled(posts.map(({ conversationId, content }) => `${conversationId} ${content}`)).map((post) => `posted twice: ${post.slice(0, 200)}`);
  const keys = new Map(rows.map((row) => [String(row.ReminderKey), String(row.ReminderStatus)]));
  problems.push(...doubled(rows.map(({ ReminderKey }) => String(ReminderKey))).map((key) => `${key} is recorded twice`));
  problems.push(...[...keys].filter(([, status]) => status === 'claimed' || status === 'failed').map(([key, status]) => `${key} is ${status} in the end`));
  for (const { id } of journal.of('published')) {
    problems.push(...channels.filter((channel) => !keys.has(`published/${id}/${channel}`)).map((channel) => `${channel} was not told that document ${id} is published`));
  }
  const recorded = new Set(rows.flatMap(({ ActivityId }) => (typeof ActivityId === 'string' ? [ActivityId] : [])));
  const unrecorded = posts.filter(({ id }) => !recorded.has(id)).length;
  const doubtful = [...keys.values()].filter((status) => status === 'sending').length;
  if (unrecorded > doubtful) {
    problems.push(`${unrecorded} posts are not recorded, and only ${doubtful} are recorded as perhaps posted`);
  }
  const taken = new Set(sent.map((_, index) => `activity-${index + 1}`));
  return [...problems, ...[...recorded].filter((id) => !taken.has(id)).map((id) => `${id} is recorded as posted, and nobody took it`)];
}

/** The standing of a contribution for action by the days between its arrival and the opening, both as `2020-10-01`. */
function standingOn(arrived: string, opens: string): string {
  const days = (Date.parse(opens) - Date.parse(arrived)) / DAY_MS;
  return days >= 45 ? 'translated' : days >= 12 ? 'delayed' : 'held';
}

function genevaDay(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich', dateStyle: 'short' }).format(new Date(instant));
}

function doubled(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
