import { executes, installs, sendsFiles, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { startFileHost } from '../support/fileHost';
import type { FileHost } from '../support/fileHost';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

interface Card {
  readonly actions: Parameters<typeof executes>[0][];
}

describe('a file that was sent in the chat and not submitted', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let host: FileHost;

  beforeAll(async () => {
    [site, connector, host] = [await provisionedSite(), await startConnector(), await startFileHost()];
    await addMeeting(site);
    connector.signIn('delegate.ke@example.org');
    service = await runService(site, { fileHosts: [host.origin] });
  });

  afterAll(async () => {
    await service.stop();
    await Promise.all([connector.stop(), host.stop(), site.stop()]);
  });

  async function send(name: string): Promise<Card> {
    await connector.post(service.messagesUrl, sendsFiles([{ name, downloadUrl: host.serve(smallDocx(name)) }]));
    return connector.sent.at(-1)?.activity.attachments?.[0].content as Card;
  }

  const reminders = (): string[] => connector.sent.map(({ activity }) => JSON.stringify(activity.attachments?.[0].content)).filter((card) => card.includes('You have not submitted'));

  it('is reminded of once before it is forgotten, with the form again; what was submitted or discarded is not', async () => {
    for (const activity of installs('personal')) {
      await connector.post(service.messagesUrl, activity);
    }
    const [submitted, discarded] = [await send('submitted.docx'), await send('discarded.docx')];
    const form = { title: 'Connectivity', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meeting: String((await site.desk().meetings.all())[0].id) };
    await connector.invoke(service.messagesUrl, executes(submitted.actions[0], form));
    await connector.invoke(service.messagesUrl, executes(discarded.actions[1], {}));
    await send('left.docx');
    await site.administer('clock', { advanceBy: 'PT30M' });
    await send('later.docx');
    await site.administer('clock', { advanceBy: 'PT17M' });
    await eventually(async () => expect(reminders()).toHaveLength(1));
    await site.administer('clock', { advanceBy: 'PT29M' });
    // By then it has been looked at the first one again as well.
    await eventually(async () => expect(reminders()).toHaveLength(2));
    const [first, second] = reminders();
    expect(first).toContain('left.docx');
    expect(first).toMatch(/I keep it until .*\(Geneva time\); after that you would have to send it again/);
    expect(second).toContain('later.docx');
    const [submit] = (JSON.parse(second) as Card).actions;
    await connector.invoke(service.messagesUrl, executes(submit, form));
    expect((await site.desk().contributions.recent(5)).map(({ fileName }) => fileName)).toEqual(expect.arrayContaining(['submitted.docx', 'later.docx']));
  });
});
