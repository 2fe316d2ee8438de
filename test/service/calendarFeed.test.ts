import ICAL from 'ical.js';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { eventually } from '../support/eventually';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

describe('the calendar feed', () => {
  let site: TestSite;
  let service: TestService;

  beforeAll(async () => {
    site = await provisionedSite();
    await addMeeting(site, { joinUrl: 'https://example.org/secret-room' });
    service = await runService(site);
  });
  afterAll(async () => {
    await service.stop();
    await site.stop();
  });

  const entries = async (): Promise<{ uid: unknown; sequence: number; end: string }[]> => {
    const text = await (await fetch(`${service.url}/calendar/fr.ics`)).text();
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => ({
      uid: each.getFirstPropertyValue('uid'),
      sequence: Number(each.getFirstPropertyValue('sequence')),
      end: String(each.getFirstPropertyValue('dtend'))
    }));
  };

  it('is a calendar in the language of its address, without a sign-in and without the address to join', async () => {
    const response = await fetch(`${service.url}/calendar/fr.ics`);
    const text = await response.text();
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('Contributions à traduire');
    expect(text).not.toContain('secret-room');
    const again = await fetch(`${service.url}/calendar/fr.ics`, { headers: { 'If-None-Match': 'W/"another"' } });
    expect(again.status).toBe(200);
  });

  it('moves the entry of a deadline that the secretariat moves', async () => {
    const before = (await entries()).find(({ uid }) => String(uid).includes('-agreed@'));
    const { meetings } = site.desk('secretariat');
    const [{ id }] = await meetings.all();
    const { meeting, etag } = (await meetings.getForChange(id)) as ShownMeeting;
    await meetings.change({ ...meeting, agreedDeadline: meeting.start.subtract({ days: 20 }) }, etag);
    await eventually(async () => {
      const after = (await entries()).find(({ uid }) => uid === before?.uid);
      expect(after?.end).toContain('2020-09-11');
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    });
  });

  it('gives out one meeting with its deadlines, and none that there is not', async () => {
    const [{ id }] = await site.desk().meetings.all();
    await addMeeting(site, { title: 'Third meeting', start: '2020-12-01', agreedDeadline: null });
    await eventually(async () => expect(await (await fetch(`${service.url}/calendar/en.ics`)).text()).toContain('Third meeting'));
    const response = await fetch(`${service.url}/calendar/es/meeting-${id}.ics`);
    const text = await response.text();
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('Contribuciones para traducción');
    expect(text).not.toMatch(/Third meeting|secret-room/);
    for (const address of ['es/meeting-999.ics', 'de/meeting-1.ics', 'es/meeting-1', 'es/meeting-..ics']) {
      expect((await fetch(`${service.url}/calendar/${address}`)).status).toBe(404);
    }
  });

  it('says which calendars there are when there is none of the name', async () => {
    const response = await fetch(`${service.url}/calendar/de.ics`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('en.ics');
  });

  it('is not there when it is switched off', async () => {
    const without = await runService(site, { calendarFeed: false });
    expect((await fetch(`${without.url}/calendar/en.ics`)).status).toBe(404);
    await without.stop();
  });
});
