import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ATTENTIONS } from '../../src/rules/attention';
import { DOC_STATUSES, STANDINGS } from '../../src/rules/contribution';
import { arrivalsByPeriod, countByAttention, countByStanding, countByState, milestonesOf, mostUrgent, timelineSpan } from '../../src/rules/meetingOverview';
import type { OverviewSubject } from '../../src/rules/meetingOverview';
import { meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const days = fc.integer({ min: 0, max: 400 }).map((count) => day('2020-01-01').add({ days: count }));
const lastDays = fc.uniqueArray(days, { selector: String, maxLength: 6 }).map((dates) => [...dates].sort((one, other) => Temporal.PlainDate.compare(one, other)));
const optional = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const documents: fc.Arbitrary<OverviewSubject[]> = fc
  .array(fc.record({ standing: optional(...STANDINGS), docStatus: optional(...DOC_STATUSES), attention: fc.constantFrom(...ATTENTIONS), publicationDue: fc.option(days, { nil: undefined }) }))
  .map((all) => all.map((each, index) => ({ ...each, id: index + 1 })));
const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

describe('the days that matter to a meeting', () => {
  it('are the last days of the deadlines that count, and the meeting', () => {
    expect(milestonesOf(meeting(), group).map(({ date, deadlines, isMeeting }) => [String(date), ...deadlines.map(({ kind }) => kind), ...(isMeeting ? ['meeting'] : [])])).toEqual([
      ['2020-08-17', 'translation', 'languageRequest'],
      ['2020-09-18', 'agreed'],
      ['2020-09-30', 'opening'],
      ['2020-10-01', 'meeting'],
      ['2020-10-08', 'reportDue']
    ]);
  });

  it('leave out the deadlines that an earlier agreed one takes the place of', () => {
    const kinds = milestonesOf(meeting({ agreedDeadline: '2020-08-01' }), group).flatMap(({ deadlines }) => deadlines.map(({ kind }) => kind));
    expect(kinds).toEqual(['agreed', 'languageRequest', 'opening', 'reportDue']);
  });

  it('are none while the meeting has no date', () => {
    expect(milestonesOf(meeting({ status: 'postponed' }), group)).toEqual([]);
  });
});

describe('arrivals by deadline', () => {
  it('count what came on the last day as in time', () => {
    const periods = arrivalsByPeriod(['2020-08-17', '2020-08-18', '2020-09-18', '2020-09-19'].map(day), ['2020-08-17', '2020-09-18'].map(day));
    expect(periods.map(({ from, to, count }) => [from?.toString(), to?.toString(), count])).toEqual([
      [undefined, '2020-08-17', 1],
      ['2020-08-18', '2020-09-18', 2],
      ['2020-09-19', undefined, 1]
    ]);
  });

  it('have every arrival in one period and none in two', () => {
    fc.assert(fc.property(fc.array(days), lastDays, (arrivals, dates) => {
      const periods = arrivalsByPeriod(arrivals, dates);
      expect(sum(periods)).toBe(arrivals.length);
      expect(periods).toHaveLength(dates.length + 1);
    }));
  });
});

describe('the span of the timeline', () => {
  const milestones = milestonesOf(meeting(), group);

  it('has every arrival and deadline, and today unless that is far away', () => {
    fc.assert(fc.property(fc.array(days), days, (arrivals, today) => {
      const { from, to, hasToday } = timelineSpan(arrivals, milestones, today);
      const isWithin = (date: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0;
      expect([...arrivals, ...milestones.map(({ date }) => date)].filter((date) => !isWithin(date))).toEqual([]);
      expect(isWithin(today)).toBe(hasToday);
    }));
  });

  it.each([
    ['2020-06-18', '2020-06-18', '2020-10-08', true],
    ['2020-06-17', '2020-08-17', '2020-10-08', false],
    ['2020-12-07', '2020-08-17', '2020-12-07', true],
    ['2020-12-08', '2020-08-17', '2020-10-08', false]
  ])('on %s goes from %s to %s', (today, from, to, hasToday) => {
    const span = timelineSpan([], milestones, day(today));
    expect([String(span.from), String(span.to), span.hasToday]).toEqual([from, to, hasToday]);
  });

  it('is today alone when there is nothing else', () => {
    expect(timelineSpan([], [], day('2020-08-10'))).toEqual({ from: day('2020-08-10'), to: day('2020-08-10'), hasToday: true });
  });
});

describe('the counts of the overview', () => {
  it('have every document once by standing and once by state', () => {
    fc.assert(fc.property(documents, (all) => {
      expect(sum(countByStanding(all))).toBe(all.length);
      expect(sum(countByState(all))).toBe(all.length);
    }));
  });

  it('have everything that asks for something, the most urgent first, and nothing that does not', () => {
    fc.assert(fc.property(documents, (all) => {
      const asking = all.filter(({ attention }) => attention !== 'none');
      const counts = countByAttention(all);
      expect(sum(counts)).toBe(asking.length);
      expect(counts.map(({ key }) => key)).toEqual(ATTENTIONS.filter((attention) => asking.some((document) => document.attention === attention)));
      expect(counts.filter(({ count }) => count === 0)).toEqual([]);
    }));
  });

  it('name the most urgent documents in the order of the list, and no more than are wanted', () => {
    fc.assert(fc.property(documents, fc.nat(8), (all, most) => {
      const urgent = mostUrgent(all, most);
      expect(urgent).toHaveLength(Math.min(most, sum(countByAttention(all))));
      const places = urgent.map(({ attention }) => ATTENTIONS.indexOf(attention));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      const left = all.filter((document) => document.attention !== 'none' && !urgent.includes(document));
      expect(left.filter(({ attention }) => urgent.some((each) => ATTENTIONS.indexOf(each.attention) > ATTENTIONS.indexOf(attention)))).toEqual([]);
    }));
  });
});
