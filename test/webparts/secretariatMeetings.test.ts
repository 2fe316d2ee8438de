import { Temporal } from 'temporal-polyfill';
import type { Page } from 'playwright-core';
import type { Meeting } from '../../src/rules/meeting';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { openDocuments, putDocument, secondMeeting } from '../support/secretariat';
import { runService } from '../support/service';
import { hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const NOW = geneva('2020-09-19T10:00:00').toString();

describe("the secretariat's view of a meeting", () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeEach(async () => {
    webPart = await hostWebPart(NOW);
    meeting = await secondMeeting(webPart.site);
  });
  afterEach(() => webPart.stop());

  const now = async (): Promise<Meeting> => (await webPart.site.desk().meetings.get(meeting.id)) as Meeting;
  const decided = async (): Promise<unknown[]> => (await webPart.site.desk().decisions.ofMeeting(meeting.id)).filter(({ contributionId }) => contributionId === undefined);
  const open = async (change?: string): Promise<Page> => {
    const page = await openDocuments(webPart);
    if (change !== undefined) {
      await page.getByRole('button', { name: change }).click();
      await page.getByRole('form', { name: change }).waitFor();
    }
    return page;
  };
  const confirm = async (page: Page, change: string, reason?: string): Promise<void> => {
    if (reason !== undefined) {
      await page.getByLabel('Reason').fill(reason);
    }
    await page.getByRole('form').getByRole('button', { name: change, exact: true }).click();
  };

  it('begins with the next meeting and leads to every other, with its state', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'Second meeting of TDAG-WG-SOP' }).waitFor();
    const chooser = page.getByLabel('Meeting', { exact: true });
    const options = (await chooser.locator('option').allInnerTexts()).map((text) => text.replace(/[\u2068\u2069]/g, ''));
    expect(options).toEqual([
      'Please choose',
      'Extraordinary TDAG meeting · 23 Nov 2020 · Planned',
      'Second meeting of TDAG-WG-SOP (virtual) · 1 Oct 2020 · Planned',
      'First meeting of TDAG-WG-SOP (virtual) · 17 Jul 2020 · Held'
    ]);
    await chooser.selectOption({ index: 3 });
    await page.getByRole('heading', { name: 'First meeting of TDAG-WG-SOP' }).waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the meeting' }).count()).toBe(0);
    await page.getByText('No document has arrived for this meeting yet.').waitFor();
  });

  it('says before a deadline is extended which held document becomes timely and how reminders move, then records it', async () => {
    const { id } = await putDocument(webPart.site, meeting, { title: 'A day late', columns: { receivedAt: geneva('2020-09-19T08:00:00'), standing: 'held', docStatus: 'held' } });
    await putDocument(webPart.site, meeting, { title: 'In time', columns: { receivedAt: geneva('2020-08-10T08:00:00'), standing: 'translated', docStatus: 'received' } });
    const page = await open('Change the deadline');
    const form = page.getByRole('form');
    await form.getByText(/By the rule: Saturday,? 19 September 2020, 23:59 \(Geneva time\). The earlier of the two counts/).waitFor();
    await page.getByLabel('Deadline agreed by the group').fill('2020-09-25');
    await form.getByText(/would be taken until Saturday,? 19 September 2020/).waitFor();
    await form.getByText('1 contribution gets another standing:').waitFor();
    expect((await form.getByRole('listitem').first().innerText()).replace(/[\u2068\u2069]/g, '')).toBe('A day late: Held for the next meeting → Delayed contribution');
    await confirm(page, 'Change the deadline');
    await page.getByText('Give the reason.').waitFor();
    expect((await now()).agreedDeadline?.toString()).toBe('2020-09-18');
    await confirm(page, 'Change the deadline', 'The group agreed by e-mail');
    await page.getByRole('status').getByText('The deadline is changed.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-meeting-title');
    expect((await now()).agreedDeadline?.toString()).toBe('2020-09-25');
    expect(await decided()).toMatchObject([
      { kind: 'extendDeadline', reason: 'The group agreed by e-mail', effect: { changes: { AgreedDeadline: { before: '2020-09-18', after: '2020-09-25' } } } }
    ]);
    expect((await webPart.site.desk().contributions.get(id))?.standing).toBe('held');
    await page.getByText('25 Sept 2020').waitFor();
    await page.getByRole('tab', { name: 'Submit and follow' }).click();
    await page.getByText(/Friday,? 25 September 2020/).first().waitFor();
  });

  it('says what an earlier date would take away, and that it waits for a decision', async () => {
    await putDocument(webPart.site, meeting, { title: 'Promised', columns: { receivedAt: geneva('2020-08-10T08:00:00'), standing: 'translated', docStatus: 'received' } });
    await putDocument(webPart.site, meeting, { title: 'Published already', columns: { receivedAt: geneva('2020-08-10T08:00:00'), standing: 'translated', docStatus: 'published' } });
    const page = await open('Postpone or move');
    const form = page.getByRole('form');
    await page.getByLabel('First day').fill('2020-09-23');
    await page.getByLabel('Last day').fill('2020-09-22');
    await form.getByText('The last day cannot be before the first day.').waitFor();
    await form.getByText('Complete the dates to see what they change.').waitFor();
    await page.getByLabel('Last day').fill('2020-09-23');
    await page.getByLabel('Deadline agreed by the group').fill('');
    await form.getByText('1 contribution would lose what it was promised. It keeps it until you decide:').waitFor();
    expect((await form.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/[\u2068\u2069]/g, ''))).toContain('Promised: To be translated → Delayed contribution');
    await confirm(page, 'Postpone or move', 'The room is free a week earlier');
    await page.getByRole('status').getByText('The new dates are recorded.').waitFor();
    expect(await now()).toMatchObject({ status: 'planned', start: date('2020-09-23'), end: date('2020-09-23') });
    expect(await decided()).toMatchObject([{ kind: 'postpone', reason: 'The room is free a week earlier' }]);
  });

  it('postpones a meeting without a date, and gives it new dates later', async () => {
    await putDocument(webPart.site, meeting, { title: 'Promised', columns: { receivedAt: geneva('2020-08-10T08:00:00'), standing: 'translated', docStatus: 'received' } });
    const page = await open('Postpone or move');
    await page.getByLabel('Without a date yet').check();
    await page.getByRole('form').getByText(/Promised.*To be translated → no date/).waitFor();
    await confirm(page, 'Postpone or move', 'The host cannot receive us');
    await page.getByRole('status').getByText('The meeting is postponed until it has new dates.').waitFor();
    await eventually(async () => expect((await now()).status).toBe('postponed'));
    await page.getByText('No date yet', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Set new dates' }).click();
    await page.getByLabel('First day').fill('2020-12-01');
    await page.getByLabel('Last day').fill('2020-12-02');
    await page.getByLabel('Deadline agreed by the group').fill('');
    await confirm(page, 'Set new dates', 'A new host');
    await page.getByRole('status').getByText('The new dates are recorded.').waitFor();
    expect(await now()).toMatchObject({ status: 'planned', start: date('2020-12-01') });
    expect((await now()).agreedDeadline).toBeUndefined();
  });

  it('cancels a meeting and deletes nothing', async () => {
    const { id } = await putDocument(webPart.site, meeting, { title: 'Promised', columns: { receivedAt: geneva('2020-08-10T08:00:00'), standing: 'translated', docStatus: 'received' } });
    const page = await open('Cancel the meeting');
    await page.getByText('No document is deleted.').waitFor();
    await page.getByRole('form').getByText('1 contribution would lose what it was promised.').waitFor();
    await confirm(page, 'Cancel the meeting', 'No business');
    await page.getByRole('status').getByText('The meeting is cancelled.').waitFor();
    expect([(await now()).status, (await webPart.site.desk().contributions.get(id))?.standing]).toEqual(['cancelled', 'translated']);
    await page.getByRole('button', { name: 'Set new dates' }).waitFor();
  });

  it('shows the meeting as it is now beside what was typed when somebody else changed it, and keeps what was typed', async () => {
    const page = await open('Change the deadline');
    await page.getByLabel('Deadline agreed by the group').fill('2020-09-16');
    const secretariat = webPart.site.desk('secretariat');
    const shown = await secretariat.meetings.getForChange(meeting.id);
    await secretariat.meetings.change({ ...meeting, agreedDeadline: date('2020-09-17') }, shown?.etag ?? '');
    await confirm(page, 'Change the deadline', 'My reason');
    await page.getByRole('alert').getByText('Somebody else changed this meeting in the meantime').waitFor();
    expect(await page.getByRole('row', { name: 'Deadline agreed by the group' }).innerText()).toMatch(/17 Sept 2020\s+16 Sept 2020/);
    expect([await page.getByLabel('Deadline agreed by the group').inputValue(), await page.getByLabel('Reason').inputValue()]).toEqual(['2020-09-16', 'My reason']);
    expect([(await now()).agreedDeadline?.toString(), await decided()]).toEqual(['2020-09-17', []]);
    await confirm(page, 'Change the deadline');
    await page.getByRole('status').getByText('The deadline is changed.').waitFor();
    expect((await now()).agreedDeadline?.toString()).toBe('2020-09-16');
    expect(await decided()).toMatchObject([{ effect: { changes: { AgreedDeadline: { before: '2020-09-17', after: '2020-09-16' } } } }]);
  });

  it('changes a meeting once although the answers were lost, and records it', async () => {
    const page = await open('Change the deadline');
    await page.getByLabel('Deadline agreed by the group').fill('2020-09-17');
    await page.route(/Meetings.*items/, async (route) => {
      if (route.request().method() === 'GET') {
        return route.continue();
      }
      await route.fetch();
      return route.abort();
    }, { times: 1 });
    await confirm(page, 'Change the deadline', 'Agreed');
    await page.getByRole('form').getByText('No connection to the site').waitFor();
    expect([(await now()).agreedDeadline?.toString(), await decided()]).toEqual(['2020-09-17', []]);
    await confirm(page, 'Change the deadline');
    await page.getByRole('status').getByText('The deadline is changed.').waitFor();
    expect(await decided()).toMatchObject([{ kind: 'extendDeadline', reason: 'Agreed' }]);
  });

  it('says what is wrong with a date, and goes to it', async () => {
    const page = await open('Change the deadline');
    await confirm(page, 'Change the deadline', 'Agreed');
    await page.getByText('Choose something else than what is already there.').waitFor();
    expect(await page.getByLabel('Deadline agreed by the group').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByLabel('Deadline agreed by the group').fill('2020-10-05');
    await page.getByText('The deadline must be before the meeting opens.').waitFor();
  });

  it('lets the service take a late document in after an extension, and tell its author', async () => {
    const { contributions } = webPart.site.desk('delegate.fr');
    const { id } = await contributions.upload('late.docx', smallDocx('late'));
    await contributions.describe(id, { title: 'A day late', source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
    const service = await runService(webPart.site);
    try {
      const standing = async (): Promise<string | undefined> => (await contributions.get(id))?.standing;
      await eventually(async () => expect(await standing()).toBe('held'));
      const page = await open('Change the deadline');
      await page.getByLabel('Deadline agreed by the group').fill('');
      await confirm(page, 'Change the deadline', 'Only the rule is to count');
      await page.getByRole('status').getByText('The deadline is changed.').waitFor();
      await eventually(async () => expect(await standing()).toBe('delayed'));
      const notices = await webPart.site.desk().authorNotices.ofContribution(id);
      expect(notices.map(({ kind, authorEmail }) => [kind, authorEmail])).toEqual([['standing', 'delegate.fr@example.org']]);
    } finally {
      await service.stop();
    }
  });
});
