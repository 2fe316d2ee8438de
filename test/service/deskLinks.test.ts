import { installs, says, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const TEAMS_APP_ID = 'ffe25d5e-416a-4760-8488-57cd53ef1f49';

describe('a service that knows the app in Teams', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let meetingId: number;

  beforeAll(async () => {
    site = await provisionedSite();
    meetingId = (await addMeeting(site)).id;
    connector = await startConnector();
    service = await runService(site, { teamsAppId: TEAMS_APP_ID });
  });
  afterAll(async () => {
    await service.stop();
    await connector.stop();
    await site.stop();
  });

  /** Where the last card's button to the desk leads. */
  function deskButton(): URL {
    const { actions } = connector.sent.at(-1)?.activity.attachments?.[0].content as { actions: { title: string; url?: string }[] };
    return new URL(actions.find(({ title }) => title === 'Open Contribution Desk')?.url ?? '');
  }

  it('has its cards open the desk inside Teams, at the meeting that they speak of', async () => {
    for (const activity of installs('personal')) {
      await connector.post(service.messagesUrl, activity);
    }
    expect(deskButton().href).toBe(`https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/desk?webUrl=https%3A%2F%2Fexample.org%2Fdesk`);
    await connector.post(service.messagesUrl, says('personal', 'next deadline'));
    const { searchParams } = deskButton();
    expect(searchParams.get('context')).toBe(`{"subEntityId":"meeting-${meetingId}"}`);
    expect(searchParams.get('webUrl')).toBe(`https://example.org/desk?meeting=${meetingId}`);
  });

  it('has its calendar, which is read outside Teams, lead to the page', async () => {
    const calendar = await (await fetch(`${service.url}/calendar/en.ics`)).text();
    expect(calendar).toContain('https://example.org/desk');
    expect(calendar).not.toContain('teams.microsoft.com');
  });
});
