import { says, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

/** Less than a reading is kept for, so that only the site's telling can bring a change in time. */
const BEFORE_ITS_AGE_MS = 20_000;

describe('what an answer costs the site', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;

  beforeAll(async () => {
    site = await provisionedSite();
    await addMeeting(site);
    // Only the webhook tells the service of changes.
    service = await runService(site, { pollSeconds: 3600, tickSeconds: 3600 });
    connector = await startConnector();
  });
  afterAll(async () => {
    await connector.stop();
    await service.stop();
    await site.stop();
  });

  /** The bot's answer, as one text. */
  async function ask(text: string): Promise<string> {
    const before = connector.sent.length;
    await connector.post(service.messagesUrl, says('personal', text));
    return JSON.stringify(connector.sent.slice(before).map(({ activity }) => activity.attachments));
  }

  /** How many requests to the site are made meanwhile. */
  async function requestsDuring(work: () => Promise<unknown>): Promise<number> {
    const asked = jest.spyOn(globalThis, 'fetch');
    await work();
    const { length } = asked.mock.calls.filter(([url]) => String(url instanceof Request ? url.url : url).startsWith(site.url));
    asked.mockRestore();
    return length;
  }

  it('is nothing for deadlines and interpretation once they are known', async () => {
    const questions = ['When is the next deadline?', 'If I send it tomorrow, will it be translated?', 'Is there interpretation into French?', 'Who coordinates Africa?', 'When is the next meeting?'];
    expect(await requestsDuring(() => ask(questions[0]))).toBeGreaterThan(0);
    for (const question of questions) {
      await ask(question);
    }
    // The service's own work of the beginning is to come to its end first.
    await eventually(async () => {
      for (const question of questions) {
        expect([question, await requestsDuring(() => ask(question))]).toEqual([question, 0]);
      }
    });
  });

  it('is a look at what has changed, when the site tells of a change', async () => {
    const kenya = await site.desk().delegations.add({ name: 'Kenya', type: 'memberState', representatives: ['delegate.ke@example.org'] });
    const [meeting] = await site.desk().meetings.all();
    // What was read before is too old now, so that the next answer reads anew.
    await site.administer('clock', { advanceBy: 'PT1H' });
    await site.desk().meetings.all();
    await ask('When is the next deadline?');
    expect(await ask('Is there interpretation into French?')).toContain('requests: 0 of the 5 needed');
    await site.desk('delegate.ke').languageRequests.ask({ meetingId: meeting.id, language: 'fr', delegation: kenya.name }, 'delegate.ke@example.org');
    await eventually(async () => expect(await ask('Is there interpretation into French?')).toContain('requests: 1 of the 5 needed'), BEFORE_ITS_AGE_MS);
    await site.connect('secretariat').sp.web.lists.getByTitle('Meetings').items.getById(meeting.id).update({ AgreedDeadline: '2020-09-15T22:00:00Z' });
    await eventually(async () => expect(await ask('Until when can I send a contribution?')).toContain('16 September 2020'), BEFORE_ITS_AGE_MS);
  });
});
