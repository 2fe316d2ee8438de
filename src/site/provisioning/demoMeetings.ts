import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../rules/meeting';

const planned = { statutory: false, languageFunds: 'unknown', status: 'planned' } as const;

/** The meetings of the group's programme of work. Source: TDAG-WG-SOP/5 and DT/1, 2020. */
export const DEMO_MEETINGS: readonly Omit<Meeting, 'id'>[] = [
  {
    ...planned,
    title: 'First meeting of TDAG-WG-SOP (virtual)',
    start: Temporal.PlainDate.from('2020-07-17'),
    end: Temporal.PlainDate.from('2020-07-17'),
    status: 'held',
    joinUrl: 'https://meetings.example.org/tdag-wg-sop/1'
  },
  {
    ...planned,
    title: 'Second meeting of TDAG-WG-SOP (virtual)',
    start: Temporal.PlainDate.from('2020-10-01'),
    end: Temporal.PlainDate.from('2020-10-01'),
    agreedDeadline: Temporal.PlainDate.from('2020-09-18'),
    joinUrl: 'https://meetings.example.org/tdag-wg-sop/2'
  },
  {
    ...planned,
    title: 'Extraordinary TDAG meeting',
    start: Temporal.PlainDate.from('2020-11-23'),
    end: Temporal.PlainDate.from('2020-11-23')
  }
];

/** The meeting that the reference documents are for. */
export const REFERENCE_MEETING_TITLE = DEMO_MEETINGS[1].title;
