import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { Meeting } from '../../src/rules/meeting';
import type { ListedRequest } from '../../src/site/languageRequests';
import { eventually } from '../support/eventually';
import { anotherRun } from '../support/library';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const KENYA = 'delegate.ke@example.org';
const FRANCE = 'delegate.fr@example.org';

describe('the service and requests for interpretation', () => {
  let site: TestSite;
  let service: TestService | undefined;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    for (const [name, address] of [['Kenya', KENYA], ['France', FRANCE]]) {
      await site.desk().delegations.add({ name, type: 'memberState', representatives: [address] });
    }
  });

  afterEach(async () => {
    await service?.stop();
    service = undefined;
    await site.stop();
  });

  const subject = (delegation = 'Kenya') => ({ meetingId: meeting.id, language: 'ru', delegation }) as const;
  const request = async (): Promise<ListedRequest> => (await site.desk('member').languageRequests.ofMeeting(meeting.id))[0];
  const rows = (user: string) => site.connect(user).sp.web.lists.getByTitle('LanguageRequests').items;

  it('lets what a representative asked stand, and puts right what the row claims about it', async () => {
    await site.desk('delegate.ke').languageRequests.ask(subject(), KENYA);
    const { id, requestedAt } = await request();
    await rows('delegate.ke').getById(id).update({ RequestedAt: '2020-01-01T00:00:00Z', RequestedBy: 'somebody@example.org' });
    service = await runService(site);
    await eventually(async () => expect(await request()).toMatchObject({ status: 'active', requestedBy: KENYA }));
    expect(Math.abs((await request()).requestedAt.since(requestedAt).total('seconds'))).toBeLessThan(3);
  });

  it('refuses what somebody asked who does not represent the delegation, also with forged columns', async () => {
    service = await runService(site);
    await site.desk('delegate.fr').languageRequests.ask(subject(), KENYA);
    await eventually(async () => expect((await request()).status).toBe('refused'));
    const { id } = await request();
    await rows('delegate.fr').getById(id).update({ RequestStatus: 'active', RequestedBy: KENYA });
    await anotherRun(service);
    await eventually(async () => expect((await request()).status).toBe('refused'));
    await site.desk('delegate.ke').languageRequests.ask(subject(), KENYA);
    await eventually(async () => expect(await request()).toMatchObject({ status: 'active', requestedBy: KENYA }));
  });

  it('keeps another delegation from withdrawing a request', async () => {
    service = await runService(site);
    await site.desk('delegate.ke').languageRequests.ask(subject(), KENYA);
    await anotherRun(service);
    const { requestedAt } = await request();
    await site.desk('delegate.fr').languageRequests.withdraw(subject(), FRANCE);
    await eventually(async () => expect(await request()).toMatchObject({ status: 'active', requestedBy: KENYA }));
    expect((await request()).requestedAt.toString({ smallestUnit: 'second' })).toBe(requestedAt.toString({ smallestUnit: 'second' }));
  });

  it('takes the secretariat’s word for a delegation on the list, and for no other', async () => {
    service = await runService(site);
    await site.desk('secretariat').languageRequests.ask(subject(), 'secretariat@example.org');
    await anotherRun(service);
    expect((await request()).status).toBe('active');
    await site.desk('secretariat').languageRequests.ask(subject('Atlantis'), 'secretariat@example.org');
    await eventually(async () => {
      const found = await site.desk().languageRequests.ofMeeting(meeting.id);
      expect(found.find(({ delegation }) => delegation === 'Atlantis')?.status).toBe('refused');
    });
  });

  it('believes itself for whom it wrote in a chat', async () => {
    service = await runService(site);
    await site.desk('service').languageRequests.ask(subject(), KENYA);
    await anotherRun(service);
    expect(await request()).toMatchObject({ status: 'active', requestedBy: KENYA });
    await site.desk('service').languageRequests.ask(subject('France'), KENYA);
    await eventually(async () => {
      const found = await site.desk().languageRequests.ofMeeting(meeting.id);
      expect(found.find(({ delegation }) => delegation === 'France')?.status).toBe('refused');
    });
  });

  it('lets a request stand whose author no longer represents the delegation', async () => {
    service = await runService(site);
    await site.desk('delegate.ke').languageRequests.ask(subject(), KENYA);
    await anotherRun(service);
    await site.connect('secretariat').sp.web.lists.getByTitle('Delegations').items.getById(1).update({ Representatives: 'successor@example.org' });
    const { id } = await request();
    await rows('delegate.fr').getById(id).update({ RequestStatus: 'withdrawn' });
    await eventually(async () => expect(await request()).toMatchObject({ status: 'active', requestedBy: KENYA }));
  });

  it('checks what was asked while it was down, and finds all again when its place in the log is lost', async () => {
    await site.desk('delegate.fr').languageRequests.ask(subject(), KENYA);
    service = await runService(site);
    await eventually(async () => expect((await request()).status).toBe('refused'));
    await service.stop();
    const { id } = await request();
    await rows('delegate.fr').getById(id).update({ RequestStatus: 'active' });
    await site.desk().deskState.set('languageRequests/changeToken', JSON.stringify({ token: 'none', at: geneva('2020-01-01T00:00:00').toString() }));
    service = await runService(site);
    await eventually(async () => expect((await request()).status).toBe('refused'));
  });
});
