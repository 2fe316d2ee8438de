import { createWriteStream } from 'node:fs';
import { Disk } from '../../src/service/disk';
import { DISK_TROUBLE } from '../../src/service/troubleWords';
import type { Meeting } from '../../src/rules/meeting';
import { sendsFiles, startConnector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { startFileHost } from '../support/fileHost';
import { contributionOf, form, inState, put } from '../support/library';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

/** Other systems have no disk without room. */
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('a service whose disk is full', () => {
  let site: TestSite;
  let service: TestService;
  let meeting: Meeting;
  let isFull = true;
  const host = startFileHost();

  beforeAll(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    // The system's own disk without room: each write to it fails as on a full one.
    const disk = new Disk((path) => createWriteStream(isFull ? '/dev/full' : path));
    service = await runService(site, { fileHosts: [(await host).origin] }, { disk });
  });
  afterAll(async () => {
    await service.stop();
    await site.stop();
    await (await host).stop();
  });

  it('says so, keeps what arrives, goes on with the rest, and looks at it again when there is room', async () => {
    const id = await put(site, 'meanwhile.docx', form(meeting.id));
    await eventually(async () => {
      const { status, body } = await service.health();
      expect([status, body.status, body.disk, body.library.waiting]).toEqual([503, 'diskFull', { trouble: DISK_TROUBLE }, 1]);
    });
    expect((await contributionOf(site, id)).docStatus).toBeUndefined();
    const lastRunAt = (await service.health()).body.library.lastRunAt;
    await eventually(async () => expect((await service.health()).body.library.lastRunAt).not.toBe(lastRunAt));
    isFull = false;
    await site.administer('clock', { advanceBy: 'PT1H' });
    expect(await inState(site, id, 'received')).toMatchObject({ standing: 'translated' });
    await eventually(async () => expect(await service.health()).toMatchObject({ status: 200, body: { status: 'ok' } }));
  });

  it('asks a person who sends a file in the chat for it later, and takes it then', async () => {
    const connector = await startConnector();
    connector.signIn('delegate.ke@example.org');
    const send = async (): Promise<string> => {
      const from = connector.sent.length;
      await connector.post(service.messagesUrl, sendsFiles([{ name: 'report.docx', downloadUrl: (await host).serve(smallDocx('report')) }]));
      return JSON.stringify(connector.sent.slice(from));
    };
    isFull = true;
    expect(await send()).toContain('I have no room for “report.docx” at the moment, so I have not kept it.');
    isFull = false;
    expect(await send()).toContain('Shall I submit');
    await connector.stop();
  });
});
