import { Writable } from 'node:stream';
import ICAL from 'ical.js';
import pino from 'pino';
import { overrideOutcomes, proposeInterpretation } from '../../src/rules/interpretation';
import type { Language } from '../../src/rules/language';
import type { Meeting } from '../../src/rules/meeting';
import type { ServiceSettings } from '../../src/service/settings';
import { LanguageActions } from '../../src/site/languageActions';
import type { ReminderRecord } from '../../src/site/reminders';
import { eventually } from '../support/eventually';
import { anotherRun } from '../support/library';
import { ACCOUNT, startMailServer } from '../support/mailServer';
import type { MailServer } from '../support/mailServer';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { workingGroup } from '../support/workingGroup';

const LIST = 'list@example.org';
const FROM = 'desk@example.org';

describe('the service and the reminders by e-mail', () => {
  let site: TestSite;
  let mail: MailServer;
  let services: TestService[];
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00', { reminderDaysBefore: [7] });
    meeting = await addMeeting(site);
    mail = await startMailServer();
    services = [];
  });

  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await mail.stop();
    await site.stop();
  });

  const bySmtp = ({ server }: MailServer = mail): Partial<ServiceSettings> => ({ mail: { transport: 'smtp', server, from: FROM } });

  async function run(changes = bySmtp(), log?: pino.Logger): Promise<TestService> {
    const service = await runService(site, changes, { log });
    services.push(service);
    return service;
  }

  async function stop(service: TestService): Promise<void> {
    services = services.filter((each) => each !== service);
    await service.stop();
  }

  const subscribe = (language: Language = 'en', address = LIST): Promise<void> => site.desk('secretariat').channels.addMailingAddress(address, language);
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });

  /** What is recorded for the deadlines of 17 August for an address. */
  async function august(address = LIST): Promise<ReminderRecord | undefined> {
    const [record] = await site.desk().reminders.find([`${meeting.id}/translation+languageRequest/2020-08-17/7/mailto:${address}`]);
    return record;
  }

  /** Waits until the reminders have been looked at twice more. */
  async function twoMoreTicks(service: TestService): Promise<void> {
    for (let tick = 0; tick < 2; tick += 1) {
      const last = (await service.health()).body.reminders.lastTickAt;
      await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
    }
  }

  it('come once, although several services look, in the language of each address', async () => {
    await subscribe('fr');
    await subscribe('ar', 'arab.states@example.org');
    await Promise.all([run(), run()]);
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => {
      expect((await august())?.status).toBe('posted');
      expect((await august('arab.states@example.org'))?.status).toBe('posted');
    });
    await Promise.all(services.map(twoMoreTicks));
    expect(mail.taken.map(({ from, to }) => [from, ...to].join(' to ')).sort()).toEqual([`${FROM} to arab.states@example.org`, `${FROM} to ${LIST}`]);
    const french = mail.taken.find(({ to }) => to[0] === LIST)?.mail;
    expect(french?.subject).toBe(`Rappel de délai : 7 jours restants · ${meeting.title}`);
    expect(french?.html).toContain('<html lang="fr" dir="ltr">');
    expect(french?.messageId).toBe((await august())?.activityId);
    const arabic = mail.taken.find(({ to }) => to[0] !== LIST)?.mail;
    expect(arabic?.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic?.headers.get('content-language')).toBe('ar');
  });

  it('say the same as text and as a page, and bring the calendar file of the meeting', async () => {
    await subscribe('fr');
    await run();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(() => expect(mail.taken).toHaveLength(1));
    const { mail: message } = mail.taken[0];
    for (const words of ['lundi 17 août 2020', '23:59 (heure de Genève)', meeting.title, 'https://example.org/desk', 'secretariat@example.org', LIST]) {
      expect(message.text).toContain(words);
      expect(message.html).toContain(words);
    }
    const [calendar] = message.attachments;
    expect([calendar.filename, calendar.contentType]).toEqual([`meeting-${meeting.id}.ics`, 'text/calendar']);
    const component = new ICAL.Component(ICAL.parse(calendar.content.toString('utf8')));
    expect(component.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(component.getAllSubcomponents('vevent').map((entry) => String(entry.getFirstPropertyValue('summary')))).toContain(`Contributions à traduire · ${meeting.title}`);
  });

  it('say that a machine sent them, and for which list', async () => {
    await subscribe();
    await run();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(() => expect(mail.taken).toHaveLength(1));
    const { headers, from, replyTo } = mail.taken[0].mail;
    expect([headers.get('auto-submitted'), headers.get('x-auto-response-suppress')]).toEqual(['auto-generated', 'All']);
    expect(headers.get('list')).toEqual({ id: { name: 'tdag-wg-sop.reminders.example.org' } });
    expect([from?.text, replyTo?.text]).toEqual(['"TDAG-WG-SOP" <desk@example.org>', 'secretariat@example.org']);
  });

  it('announce what was decided about interpretation', async () => {
    await advanceTo('2020-08-20T09:00:00');
    await subscribe('es');
    const service = await run();
    const outcomes = overrideOutcomes(proposeInterpretation(meeting, [], workingGroup()), new Map([['fr', true]]));
    await new LanguageActions(site.desk('secretariat')).decide(meeting, outcomes, 'As agreed');
    await eventually(() => expect(mail.taken).toHaveLength(1));
    await anotherRun(service);
    expect(mail.taken).toHaveLength(1);
    const { mail: message } = mail.taken[0];
    expect(message.subject).toContain(meeting.title);
    expect(message.html).toContain('<th scope="row"');
    for (const words of ['Francés', 'Ruso', 'As agreed']) {
      expect(message.text).toContain(words);
      expect(message.html).toContain(words);
    }
  });

  it('are tried again when the server says so, or is not there', async () => {
    await subscribe();
    mail.refuse('recipient', 450);
    mail.refuse('data', 451);
    await run();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect(await august()).toMatchObject({ status: 'failed', attempts: 1 }));
    await advanceTo('2020-08-10T10:00:00');
    await eventually(async () => expect(await august()).toMatchObject({ status: 'failed', attempts: 2 }));
    await mail.stop();
    await advanceTo('2020-08-10T12:00:00');
    await eventually(async () => expect(await august()).toMatchObject({ status: 'failed', attempts: 3 }));
    mail = await startMailServer({ port: mail.server.port });
    await advanceTo('2020-08-10T14:00:00');
    await eventually(async () => expect(await august()).toMatchObject({ status: 'posted', attempts: 4 }));
    expect(mail.taken).toHaveLength(1);
  });

  it('are recorded as failed when the server refuses them, and the address stays', async () => {
    await subscribe();
    mail.refuse('recipient', 550);
    const service = await run();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect((await august())?.status).toBe('failed'));
    await advanceTo('2020-08-10T11:00:00');
    await twoMoreTicks(service);
    expect(mail.connections()).toBe(1);
    expect(await site.desk().channels.active()).toHaveLength(1);
    await advanceTo('2020-08-10T16:00:00');
    await eventually(async () => expect((await august())?.status).toBe('posted'));
  });

  it.each(['during', 'after'] as const)('are not sent again when the line was cut %s the message, and are reported', async (when) => {
    await subscribe();
    mail.cutNext(when);
    const service = await run();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(() => expect(mail.connections()).toBe(1));
    await twoMoreTicks(service);
    await stop(service);
    await advanceTo('2020-08-10T10:00:00');
    const restarted = await run();
    await eventually(async () => expect((await restarted.health()).body.reminders.interrupted).toBe(1));
    expect((await august())?.status).toBe('sending');
    expect(mail.connections()).toBe(1);
    expect(mail.taken).toHaveLength(when === 'after' ? 1 : 0);
  });

  it('sign in to the server, and tell neither the password nor the address in the log', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) }));
    await mail.stop();
    mail = await startMailServer({ wantsSignIn: true });
    await subscribe();
    const misled = await run(bySmtp({ ...mail, server: { ...mail.server, credentials: { ...ACCOUNT, pass: 'another' } } }), log);
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect((await august())?.status).toBe('failed'));
    await stop(misled);
    await run(bySmtp(), log);
    await eventually(async () => expect((await august())?.status).toBe('posted'));
    expect(mail.taken).toHaveLength(1);
    expect(lines.filter((line) => line.includes('"reminder.refused"') && line.includes('"EAUTH"') && line.includes('mailto:…@example.org'))).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/another|a secret|list@/);
  });

  it('are left while e-mail is off, which the health report says, and come when it is on', async () => {
    await subscribe();
    const without = await run({});
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect((await without.health()).body.mail).toEqual({ transport: 'off', served: 0, left: 1 }));
    await twoMoreTicks(without);
    expect(await august()).toBeUndefined();
    await stop(without);
    const service = await run();
    await eventually(async () => expect((await august())?.status).toBe('posted'));
    await eventually(async () => expect((await service.health()).body.mail).toEqual({ transport: 'smtp', served: 1, left: 0 }));
  });

  it('go to an address that was entered by hand, and not where the row names none', async () => {
    const { sp } = site.connect('secretariat');
    const rows = sp.web.lists.getByTitle('Channels').items;
    const common = { ChannelLanguage: 'en', ChannelStatus: 'active' };
    await rows.add({ ...common, Title: 'By hand', ConversationKey: 'mailto:hand@example.org' });
    await rows.add({ ...common, Title: 'Two addresses', ConversationKey: 'mailto:one@example.org', Reference: '{"mail":"two@example.org"}' });
    const service = await run();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect((await august('hand@example.org'))?.status).toBe('posted'));
    await eventually(async () => expect((await august('one@example.org'))?.status).toBe('failed'));
    expect(mail.taken.map(({ to }) => to)).toEqual([['hand@example.org']]);
    expect((await service.health()).body.mail).toEqual({ transport: 'smtp', served: 1, left: 1 });
  });
});
