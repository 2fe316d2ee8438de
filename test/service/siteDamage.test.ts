import type { Meeting } from '../../src/rules/meeting';
import { provision } from '../../src/site/provisioning/provision';
import { eventually } from '../support/eventually';
import { contributionOf, form, inState, put } from '../support/library';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { shippedConfiguration } from '../support/workingGroup';

describe('a site that somebody has damaged by hand', () => {
  let site: TestSite;
  let service: TestService;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    service = await runService(site);
  });
  afterEach(async () => {
    await service.stop();
    await site.stop();
  });

  const lists = () => site.connect('service').sp.web.lists;
  const repair = (): Promise<unknown> => provision(site.connect('service'), { configuration: shippedConfiguration() });

  it('is reported with what to do when a list was removed, everything else goes on, and it is well again once provisioned', async () => {
    await lists().getByTitle('Reminders').delete();
    await eventually(async () => {
      const { status, body } = await service.health();
      expect([status, body.site.trouble]).toEqual([503, `List 'Reminders' does not exist at site with URL '${site.url}'. If a list was removed or renamed by hand, restore it or run: npm run provision -- --site ${site.url}`]);
    });
    const id = await put(site, 'meanwhile.docx', form(meeting.id));
    expect(await inState(site, id, 'received')).toMatchObject({ standing: 'translated' });
    await repair();
    await eventually(async () => expect((await service.health()).status).toBe(200));
  });

  it('loses no document to a column that was removed: what arrives is kept, and gets its standing once provisioned', async () => {
    await lists().getByTitle('Contributions').fields.getByInternalNameOrTitle('Standing').delete();
    const id = await put(site, 'meanwhile.docx', form(meeting.id));
    await eventually(async () => expect((await service.health()).body.site.trouble).toContain("'Standing' does not exist"));
    await repair();
    await eventually(async () => expect(await contributionOf(site, id)).toMatchObject({ standing: 'translated', docStatus: 'received' }));
  });
});
