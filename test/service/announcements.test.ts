import { Temporal } from 'temporal-polyfill';
import { overrideOutcomes, proposeInterpretation } from '../../src/rules/interpretation';
import type { Meeting } from '../../src/rules/meeting';
import { quietHoursOf } from '../../src/rules/quietHours';
import { LanguageActions } from '../../src/site/languageActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { installs, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { anotherRun } from '../support/library';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { workingGroup } from '../support/workingGroup';

describe('the announcement of what was decided about interpretation', () => {
  let site: TestSite;
  let connector: Connector;
  let services: TestService[];
  let meeting: Meeting;
  let decided: number[];

  beforeEach(async () => {
    site = await provisionedSite('2020-08-20T09:00:00+02:00');
    meeting = await addMeeting(site);
    connector = await startConnector();
    decided = [];
    services = [await runService(site), await runService(site)];
    for (const activity of installs('channel', 'fr-FR')) {
      await connector.post(services[0].messagesUrl, activity);
    }
  });

  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await connector.stop();
    await site.stop();
  });

  const decide = async (chosen: ReadonlyMap<'fr' | 'es', boolean> = new Map()): Promise<number> => {
    const outcomes = overrideOutcomes(proposeInterpretation(meeting, [], workingGroup()), chosen);
    const { id } = await new LanguageActions(site.desk('secretariat')).decide(meeting, outcomes, 'As agreed');
    decided.push(id);
    return id;
  };
  const announced = async () => (await site.desk().reminders.find(decided.map((id) => `interpretation/${meeting.id}/${id}/19:general@thread.tacv2`))).map(({ key, status }) => `${key} ${status}`);
  const posts = (): string[] => connector.sent.map(({ activity }) => activity.summary ?? '').filter((summary) => summary.includes(meeting.title));

  it('is posted to each channel once, by however many services, and again when it is decided anew', async () => {
    const first = await decide();
    await eventually(async () => expect(await announced()).toEqual([`interpretation/${meeting.id}/${first}/19:general@thread.tacv2 posted`]));
    expect(posts()).toHaveLength(1);
    for (const service of services) {
      await anotherRun(service);
    }
    expect(posts()).toHaveLength(1);
    const second = await decide(new Map([['fr', true]]));
    await eventually(async () => expect(await announced()).toContain(`interpretation/${meeting.id}/${second}/19:general@thread.tacv2 posted`));
    expect(posts()).toHaveLength(2);
  });

  it('waits for the end of the quiet hours, and reaches those people who want it in their own language', async () => {
    const { channels, personalChats } = site.desk();
    const quietHours = quietHoursOf(Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('12:00'));
    await channels.subscribe('19:general@thread.tacv2', { language: 'fr', kinds: [], ...(quietHours === undefined ? {} : { quietHours }) }, 'active');
    connector.signIn('member@example.org');
    for (const activity of installs('personal', 'en-GB')) {
      await connector.post(services[0].messagesUrl, activity);
    }
    await personalChats.subscribe('id-of-member@example.org', { language: 'es', kinds: ['interpretation'] }, true);
    const member = await personalChats.byKey('id-of-member@example.org');
    await personalChats.remember({ personKey: 'another', email: 'delegate.es@example.org', reference: member?.reference ?? '', language: 'en' });
    await personalChats.subscribe('another', { language: 'es', kinds: ['translation'] }, true);
    await decide();
    await eventually(() => expect(posts()).toEqual([expect.stringMatching(/^Interpretación|solo en inglés/)]));
    for (const service of services) {
      await anotherRun(service);
    }
    expect(posts()).toHaveLength(1);
    expect(await announced()).toEqual([]);
    await site.administer('clock', { advanceTo: geneva('2020-08-20T12:00:00').toString() });
    await eventually(async () => expect(await announced()).toEqual([expect.stringContaining('posted')]));
    expect(posts()).toHaveLength(2);
  });

  it('is proposed to the secretariat in their chats, once when it is due and once when the funds change', async () => {
    const proposals = (): string[] => connector.sent.map(({ activity }) => activity.summary ?? '').filter((summary) => summary.includes('to be decided'));
    connector.signIn('secretariat@example.org');
    for (const activity of installs('personal', 'en-GB')) {
      await connector.post(services[0].messagesUrl, activity);
    }
    await eventually(() => expect(proposals()).toHaveLength(1));
    expect(proposals()[0]).toBe(`${meeting.title}: the interpretation is to be decided. The rules propose: English.`);
    await decide();
    const actions = new LanguageActions(site.desk('secretariat'));
    const shown = (await site.desk().meetings.getForChange(meeting.id)) as ShownMeeting;
    await actions.recordFunds(shown, 'available', 'The budget was approved');
    await eventually(() => expect(proposals()).toHaveLength(2));
    expect(proposals()[1]).toContain('is to be decided again. The rules propose: Arabic, Chinese, English, French, Russian and Spanish.');
    for (const service of services) {
      await anotherRun(service);
    }
    expect(proposals()).toHaveLength(2);
  });

  it('is not posted once the meeting is over', async () => {
    await site.administer('clock', { advanceTo: geneva('2020-10-02T00:00:00').toString() });
    await decide();
    for (const service of services) {
      await anotherRun(service);
    }
    expect(await announced()).toEqual([]);
  });
});
