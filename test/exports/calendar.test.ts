import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { meetingCalendar } from '../../src/exports/calendar';
import { translatorFor } from '../../src/messages/allMessages';
import { wordDate } from '../../src/messages/dates';
import { LANGUAGES } from '../../src/rules/language';
import type { Language } from '../../src/rules/language';
import type { Meeting } from '../../src/rules/meeting';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const at = geneva('2020-08-10T09:00:00');

const written = (meetings: readonly Meeting[], language: Language = 'en'): string => meetingCalendar(meetings, { group, translator: translatorFor(language), at, deskUrl: 'https://example.org/desk' });

/** The entries of a calendar by their UIDs, as another library reads them. */
function entries(text: string): Record<string, ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents('vtimezone').forEach((zone) => ICAL.TimezoneService.register(zone));
  return Object.fromEntries(calendar.getAllSubcomponents('vevent').map((each) => [each.getFirstPropertyValue('uid') as string, new ICAL.Event(each)]));
}

const utc = (time: ICAL.Time): string => time.toJSDate().toISOString();
const UID = { meeting: 'meeting-2-meeting@tdag-wg-sop', agreed: 'meeting-2-agreed@tdag-wg-sop', translation: 'meeting-2-translation@tdag-wg-sop' };

describe('the calendar of meetings and deadlines', () => {
  it('has the meeting on all its days and each deadline at its last moment in the group’s zone', () => {
    const found = entries(written([meeting({ end: '2020-10-02' })]));
    expect(Object.keys(found)).toHaveLength(7);
    expect([found[UID.meeting].startDate.toString(), found[UID.meeting].endDate.toString()]).toEqual(['2020-10-01', '2020-10-03']);
    expect(utc(found[UID.agreed].endDate)).toBe('2020-09-18T21:59:59.000Z');
    expect(found[UID.agreed].endDate.zone.tzid).toBe('Europe/Zurich');
    expect(found[UID.agreed].description).toBe(`${wordDate(Temporal.PlainDate.from('2020-09-18'), 'en')}, 23:59 (Geneva time)\nAgreed by the group for this meeting`);
  });

  it('is stamped in UTC, names the zone with its rules, and ends with the end of a line', () => {
    const text = written([meeting()]);
    expect(new Set(text.match(/DTSTAMP[^\r]*/g))).toEqual(new Set(['DTSTAMP:20200810T070000Z']));
    expect(text).toContain('TZID:Europe/Zurich\r\n');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('is right on both sides of a change of the clocks', () => {
    const winter = entries(written([meeting({ start: '2020-12-10', agreedDeadline: null })]));
    expect(utc(winter[UID.translation].endDate)).toBe('2020-10-26T22:59:59.000Z');
    const summer = entries(written([meeting({ start: '2020-12-08', agreedDeadline: null })]));
    expect(utc(summer[UID.translation].endDate)).toBe('2020-10-24T21:59:59.000Z');
  });

  it('moves the entry that is there when a deadline moves', () => {
    const [before, after] = [entries(written([meeting({ version: 3 })])), entries(written([{ ...meeting({ agreedDeadline: '2020-09-10' }), version: 4 }]))];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect([before[UID.agreed].sequence, after[UID.agreed].sequence]).toEqual([3, 4]);
    expect(utc(after[UID.agreed].endDate)).toBe('2020-09-10T21:59:59.000Z');
  });

  it.each(['cancelled', 'postponed'] as const)('cancels the entries of a meeting that is %s', (status) => {
    const found = Object.values(entries(written([meeting({ status })])));
    expect(new Set(found.map(({ component }) => component.getFirstPropertyValue('status')))).toEqual(new Set(['CANCELLED']));
  });

  it('gives nobody the address to join', () => {
    expect(written([meeting({ joinUrl: 'https://example.org/secret-room' })])).not.toContain('secret-room');
  });

  it.each(LANGUAGES)('is worded in %s, in lines of at most 75 octets', (language) => {
    const text = written([meeting()], language);
    text.split('\r\n').forEach((line) => expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75));
    expect(entries(text)[UID.translation].summary).toBe(`${translatorFor(language).t('deadline.translation')} · Second meeting of TDAG-WG-SOP`);
  });

  it('for any title and date says what another program reads back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/\p{C}/gu, '').trim()).filter((text) => text !== ''),
        fc.integer({ min: 0, max: 4000 }),
        (title, days) => {
          const start = Temporal.PlainDate.from('2020-01-01').add({ days });
          const found = entries(written([meeting({ title: `${title}; a, b\\n`, start: start.toString(), agreedDeadline: null })]));
          expect(found[UID.meeting].summary).toBe(`${title}; a, b\\n`);
          const closes = start.subtract({ days: 45 }).toZonedDateTime({ timeZone: 'Europe/Zurich', plainTime: '23:59:59' });
          expect(found[UID.translation].endDate.toJSDate().getTime()).toBe(closes.epochMilliseconds);
        }
      ),
      { numRuns: 60 }
    );
  });
});
