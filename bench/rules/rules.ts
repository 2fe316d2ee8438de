import { Temporal } from 'temporal-polyfill';
import { deadlinesOf } from '../../src/rules/deadlines';
import type { Meeting } from '../../src/rules/meeting';
import { proposeInterpretation } from '../../src/rules/interpretation';
import { LANGUAGES } from '../../src/rules/language';
import { tallyRequests } from '../../src/rules/languageRequest';
import type { LanguageRequest } from '../../src/rules/languageRequest';
import { formatSymbol, parseSymbol } from '../../src/rules/numbering';
import { planAllReminders } from '../../src/rules/reminderPlan';
import { standingOf } from '../../src/rules/standing';
import { meeting } from '../../test/support/meeting';
import { workingGroup } from '../../test/support/workingGroup';
import { record, runAsBench } from '../support/figure';
import { median } from '../support/median';
import { plainDeadlines, plainInterpretation, plainReminders, plainStanding, plainSymbol } from './plain';

const MEETINGS = 1000;
const CONTRIBUTIONS_A_MEETING = 10;
const REQUESTS_A_MEETING = 20;
const ROUNDS = 9;
const AGAINST = 'the same with milliseconds, without zones, days off and reasons';

const group = workingGroup();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** A meeting with what the plain rules take: its days as milliseconds. */
interface Sample {
  readonly meeting: Meeting;
  readonly start: number;
  readonly agreed: number | undefined;
  readonly receivedAt: readonly Temporal.Instant[];
  readonly requests: readonly LanguageRequest[];
}

/** Meetings over 14 years, every second with an agreed deadline, with contributions and requests from 90 days before to the day. */
function samples(): Sample[] {
  const beginning = (day: Temporal.PlainDate): number => day.toZonedDateTime(group.zone).epochMilliseconds;
  return Array.from({ length: MEETINGS }, (_unused, index) => {
    const start = Temporal.PlainDate.from('2020-01-06').add({ days: index * 5 });
    const agreed = index % 2 === 0 ? start.subtract({ days: 13 }) : undefined;
    const sample = meeting({ id: index + 1, start: start.toString(), agreedDeadline: agreed?.toString() ?? null });
    const momentBefore = (hours: number): Temporal.Instant => start.toZonedDateTime(group.zone).subtract({ hours }).toInstant();
    return {
      meeting: sample,
      start: beginning(start),
      agreed: agreed && beginning(agreed),
      receivedAt: Array.from({ length: CONTRIBUTIONS_A_MEETING }, (_none, number) => momentBefore(number * 216 + (index % 48))),
      requests: Array.from({ length: REQUESTS_A_MEETING }, (_none, number) => ({
        meetingId: sample.id,
        language: LANGUAGES[number % LANGUAGES.length],
        delegation: `Delegation ${number}`,
        status: 'active',
        requestedAt: momentBefore(number * 108)
      }))
    };
  });
}

/** Times both in turns, so that what else the machine does holds up both, and gives the medians for each of so many. */
function compare(name: string, unit: string, count: number, ours: () => unknown, plain: () => unknown): void {
  const times: { readonly ours: number; readonly plain: number }[] = [];
  const microseconds = (work: () => unknown): number => {
    const began = performance.now();
    kept = work();
    return ((performance.now() - began) * 1000) / count;
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const both = { ours: microseconds(ours), plain: microseconds(plain) };
    // The first round is for the compiler.
    if (round > 0) {
      times.push(both);
    }
  }
  const [own, base] = [median(times.map((time) => time.ours)), median(times.map((time) => time.plain))];
  record({ name, unit, ours: own, baseline: base, against: AGAINST });
  print(`| ${name} | ${count} | ${base.toFixed(3)} | ${own.toFixed(3)} | ${((own * count) / 1000).toFixed(0)} |`);
}

/** What was computed is kept, so that no compiler can leave the work out. */
let kept: unknown;

/** How often the plain rules are wrong about the same data. */
function faults(all: readonly Sample[]): { readonly deadlines: number; readonly standings: number; readonly dueDays: number } {
  const dayOf = (milliseconds: number): string => Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(group.zone).toPlainDate().toString();
  const count = { deadlines: 0, standings: 0, dueDays: 0 };
  for (const sample of all) {
    const [right, plain] = [deadlinesOf(sample.meeting, group), plainDeadlines(sample.start, sample.agreed)];
    count.deadlines += (['translation', 'publication', 'languageRequest', 'opening', 'reportDue', 'binding'] as const).filter((kind) => right[kind].closesAt.epochMilliseconds !== plain[kind]).length;
    for (const at of sample.receivedAt) {
      const [decided, guessed] = [standingOf('action', at, sample.meeting, group), plainStanding(at.epochMilliseconds, sample.start, sample.agreed)];
      count.standings += decided.standing === guessed.standing ? 0 : 1;
      count.dueDays += decided.standing === guessed.standing && decided.publicationDue?.toString() !== (guessed.due && dayOf(guessed.due)) ? 1 : 0;
    }
  }
  return count;
}

async function run(): Promise<void> {
  const all = samples();
  const contributions = all.length * CONTRIBUTIONS_A_MEETING;
  print('| rule | for | plain, µs each | ours, µs each | ours, ms for all |\n|---|---|---|---|---|');
  compare(
    'the deadlines of a meeting',
    'µs',
    all.length,
    () => all.map((sample) => deadlinesOf(sample.meeting, group)),
    () => all.map(({ start, agreed }) => plainDeadlines(start, agreed))
  );
  compare(
    'the standing of a contribution',
    'µs',
    contributions,
    () => all.map((sample) => sample.receivedAt.map((at) => standingOf('action', at, sample.meeting, group))),
    () => all.map(({ start, agreed, receivedAt }) => receivedAt.map((at) => plainStanding(at.epochMilliseconds, start, agreed)))
  );
  compare(
    'a symbol written and read',
    'µs',
    contributions,
    () => Array.from({ length: contributions }, (_unused, index) => parseSymbol(formatSymbol({ series: 'document', number: index + 1, part: { kind: 'revision', count: 1 + (index % 3) }, language: 'fr' }, group), group)),
    () => Array.from({ length: contributions }, (_unused, index) => plainSymbol(group.acronym, index + 1, 1 + (index % 3), 'F'))
  );
  compare(
    `interpretation by ${REQUESTS_A_MEETING} requests`,
    'µs',
    all.length,
    () => all.map((sample) => proposeInterpretation(sample.meeting, tallyRequests(sample.requests, sample.meeting, group), group)),
    () => all.map(({ requests }) => plainInterpretation(requests, group.languageThreshold))
  );
  compare(
    'the reminders of a meeting',
    'µs',
    all.length,
    () => planAllReminders(all.map((sample) => sample.meeting), group),
    () => all.flatMap(({ start, agreed }) => plainReminders(start, agreed, group.reminderDaysBefore)).sort((one, other) => one - other)
  );
  if (kept === undefined) {
    throw new Error('Nothing was computed');
  }
  const { deadlines, standings, dueDays } = faults(all);
  print(`\nThe plain rules close ${deadlines} of ${all.length * 6} deadlines at a wrong second, give ${standings} of ${contributions} contributions a wrong standing, and ${dueDays} a wrong day for their publication.`);
}

runAsBench(run);
