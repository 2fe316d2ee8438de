import type { Page } from 'playwright-core';
import type { Meeting } from '../../src/rules/meeting';
import { planReminders, reminderKey } from '../../src/rules/reminderPlan';
import type { PlannedReminder } from '../../src/rules/reminderPlan';
import { storeMailAddress } from '../../src/site/mailingAddress';
import { SITE_SCHEMA } from '../../src/site/schema';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { secondMeeting } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const SECRETARIAT = 'user=secretariat@example.org';
const GENERAL = '19:general@thread.tacv2';
const LIST = 'mailto:list@example.org';
/** More than the site lets a condition find. */
const TOTAL = 5200;

describe("the secretariat's page of reminders", () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  let plan: PlannedReminder[];

  beforeEach(async () => {
    webPart = await hostWebPart();
    const desk = webPart.site.desk();
    meeting = await secondMeeting(webPart.site);
    plan = planReminders(meeting, await desk.configuration.read());
    await desk.channels.upsert({ conversationKey: GENERAL, title: 'General', reference: '{}', language: 'en', kinds: [] });
    await desk.channels.upsert({ conversationKey: LIST, title: 'list@example.org', reference: storeMailAddress('list@example.org'), language: 'fr', kinds: [] });
    await desk.personalChats.remember({ personKey: 'p1', email: 'somebody@example.org', reference: '{}', language: 'en' });
    await desk.personalChats.subscribe('p1', { language: 'en', kinds: ['opening'] }, true);
  });
  afterEach(() => webPart.stop());

  const open = async (query = '', options = {}): Promise<Page> => {
    const page = await webPart.open(`${SECRETARIAT}&${query}`, options);
    await page.locator('#desk-part-tab-reminders').click();
    await page.locator('#desk-reminders').waitFor();
    return page;
  };
  const reminderOf = (kind: string, daysBefore: number): PlannedReminder => {
    const found = plan.find((reminder) => reminder.deadlines[0].kind === kind && reminder.daysBefore === daysBefore);
    if (found === undefined) {
      throw new Error(`No reminder is planned ${daysBefore} days before ${kind}`);
    }
    return found;
  };
  const keyOf = (kind: string, daysBefore: number): string => reminderKey(reminderOf(kind, daysBefore), '');
  const coming = (page: Page, key: string) => page.locator(`[data-coming="${key}"]`);
  const past = (page: Page, key: string) => page.locator(`[data-past="${key}"]`);
  const subject = (reminder: PlannedReminder, place: string) => ({
    key: reminderKey(reminder, place),
    kind: reminder.deadlines.map(({ kind }) => kind).join('+'),
    meetingId: meeting.id,
    dueAt: reminder.dueAt.toInstant(),
    announcedDate: reminder.deadlines[0].date
  });
  const post = async (reminder: PlannedReminder, place: string, postedAt = reminder.dueAt.toInstant()): Promise<void> => {
    const { reminders } = webPart.site.desk();
    await reminders.posted(await reminders.claim([subject(reminder, place)], place), { activityId: 'a', postedAt });
  };

  it('shows what is coming, when and to how many, and what was posted and skipped with the reason', async () => {
    const translation = reminderOf('translation', 7);
    await post(translation, GENERAL);
    await post(translation, LIST, translation.dueAt.toInstant().add({ hours: 3 }));
    await webPart.site.desk().reminders.skipped(subject(reminderOf('translation', 14), GENERAL), 'overtaken');
    const page = await open();
    await page.getByRole('button', { name: /^Show the later ones/ }).click();
    const next = coming(page, keyOf('opening', 7));
    await next.getByText(/To .?1 channel.?, .?1 mailing address.? and .?1 person/).waitFor();
    expect(await next.innerText()).toMatch(/Wednesday,? 23 September 2020, 09:00 \(Geneva time\)/);
    expect(await next.innerText()).toMatch(/03:00 in your time zone/);
    await coming(page, keyOf('agreed', 7)).getByText(/To .?1 channel.? and .?1 mailing address/).waitFor();
    await past(page, reminderKey(translation, '')).getByText('Posted: 2').waitFor();
    await past(page, reminderKey(translation, '')).getByText('of these late: 1').waitFor();
    await past(page, keyOf('translation', 14)).getByText('Skipped: 1 (a later reminder or a correction took its place)').waitFor();
    await past(page, reminderKey(translation, '')).getByRole('button').click();
    await page.getByText('(late)').waitFor();
    expect(await past(page, reminderKey(translation, '')).locator('li').allInnerTexts()).toEqual([expect.stringMatching(/^General · Posted/), expect.stringMatching(/^list@example.org · Posted .*\(late\)/)]);
  });

  it('previews a reminder in each language, Arabic from right to left', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^Show the later ones/ }).click();
    const row = coming(page, keyOf('opening', 7));
    await row.getByRole('button', { name: /^Preview/ }).click();
    await row.getByText('Deadline reminder: 7 days left').waitFor();
    for (const [tab, heading] of [['français', 'Rappel de délai : 7 jours restants'], ['русский', /Напоминание/], ['español', /Recordatorio/], ['中文', /提醒/], ['العربية', /تذكير/]] as const) {
      await row.getByRole('tab', { name: tab }).click();
      await row.locator('[data-preview]').getByText(heading).first().waitFor();
    }
    expect(await row.locator('[data-preview=ar]').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await accessibilityProblems(page)).toEqual([]);
    await row.getByRole('button', { name: 'Close the preview' }).click();
    expect(await row.locator('[data-preview]').count()).toBe(0);
  });

  it('orders a reminder after a question that says to how many, and shows live what became of it', async () => {
    const key = keyOf('agreed', 7);
    const page = await open();
    await coming(page, key).getByRole('button', { name: /^Send now/ }).click();
    const form = page.getByRole('form', { name: 'Send this reminder now?' });
    await form.getByText('It goes now to').getByText('1 channel').waitFor();
    expect(await webPart.site.desk().postOrders.wanted()).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await form.getByRole('button', { name: 'Send now' }).click();
    await coming(page, key).getByText(/^Being sent, on the order of/).waitFor();
    const [order] = await webPart.site.desk().postOrders.wanted();
    expect(order).toMatchObject({ planned: key, orderedBy: { email: 'secretariat@example.org' } });
    await webPart.site.desk().postOrders.settle(order, 'refused', 'paused');
    await coming(page, key).getByText('Not sent: all reminders were paused').waitFor();
    await coming(page, key).getByRole('button', { name: /^Send now/ }).click();
    await form.getByRole('button', { name: 'Send now' }).click();
    await eventually(async () => expect(await webPart.site.desk().postOrders.wanted()).toHaveLength(1));
    const [again] = await webPart.site.desk().postOrders.wanted();
    await post(reminderOf('agreed', 7), GENERAL, geneva('2020-08-10T09:05:00'));
    await webPart.site.desk().postOrders.settle(again, 'done');
    await past(page, key).getByText('Sent early, on the order of').waitFor();
    await past(page, key).getByText('of these early, on order: 1').waitFor();
    expect(await coming(page, key).count()).toBe(0);
  });

  it('says that somebody else has ordered it in the meantime', async () => {
    const key = keyOf('agreed', 7);
    const page = await open();
    await coming(page, key).getByRole('button', { name: /^Send now/ }).click();
    await webPart.site.desk('secretariat').postOrders.order(key, meeting.id, 0);
    await page.getByRole('form').getByRole('button', { name: 'Send now' }).click();
    await page.getByText('Somebody else has ordered it in the meantime.').waitFor();
    expect(await webPart.site.desk().postOrders.wanted()).toHaveLength(1);
  });

  it('lets the secretariat say what became of an interrupted post', async () => {
    const reminder = reminderOf('agreed', 7);
    await webPart.site.desk().reminders.claim([subject(reminder, GENERAL)], 'a service');
    await webPart.site.desk().reminders.claim([subject(reminder, LIST)], 'another service');
    await webPart.site.administer('clock', { advanceTo: geneva('2020-08-10T09:30:00').toString() });
    const page = await open();
    await page.getByText('The service stopped between posting and recording').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /^It is there: .*General/ }).click();
    await page.getByText('Recorded as posted:').waitFor();
    await page.getByRole('button', { name: /^Post it again: .*list@example.org/ }).click();
    await page.getByText('Free to be posted again:').waitFor();
    await page.getByText('The service stopped between posting and recording').waitFor({ state: 'detached' });
    const records = await webPart.site.desk().reminders.find([reminderKey(reminder, GENERAL), reminderKey(reminder, LIST)]);
    expect(Object.fromEntries(records.map(({ key, status }) => [key.slice(key.lastIndexOf('/') + 1), status]))).toEqual({ [GENERAL]: 'posted', [LIST]: 'failed' });
  });

  it('pauses and resumes a channel, and everything, after saying what that means', async () => {
    const page = await open();
    const row = page.locator(`[data-channel="${GENERAL}"]`);
    await row.getByRole('button', { name: /^Pause/ }).click();
    await row.getByText('What falls due in the meantime is not sent later.').waitFor();
    await row.getByRole('form').getByRole('button', { name: 'Pause' }).click();
    await page.locator(`[data-channel="${GENERAL}"][data-status=paused]`).waitFor();
    expect((await webPart.site.desk().channels.byKey(GENERAL))?.status).toBe('paused');
    await coming(page, keyOf('agreed', 7)).getByText(/To .?1 mailing address/).waitFor();
    await row.getByRole('button', { name: /^Resume/ }).click();
    await page.locator(`[data-channel="${GENERAL}"][data-status=active]`).waitFor();
    await page.getByRole('button', { name: 'Pause all reminders' }).click();
    await page.getByRole('form', { name: 'Pause all reminders?' }).getByRole('button', { name: 'Pause all' }).click();
    await page.getByText('Paused by').waitFor();
    expect((await webPart.site.desk().reminderPause.read()).isPaused).toBe(true);
    expect(await page.getByRole('button', { name: /^Send now/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Let the reminders go on' }).click();
    await page.getByRole('button', { name: 'Pause all reminders' }).waitFor();
    expect((await webPart.site.desk().reminderPause.read()).isPaused).toBe(false);
  });

  it('does not bring a channel back that was closed while it was being paused', async () => {
    const page = await open();
    const row = page.locator(`[data-channel="${GENERAL}"]`);
    await row.getByRole('button', { name: /^Pause/ }).click();
    await webPart.site.desk().channels.close(GENERAL);
    await row.getByRole('form').getByRole('button', { name: 'Pause' }).click();
    await row.getByRole('alert').waitFor();
    expect((await webPart.site.desk().channels.byKey(GENERAL))?.status).toBe('closed');
  });

  it('counts thousands of posts and shows the places page by page', async () => {
    const reminder = reminderOf('translation', 7);
    const { sp } = webPart.site.connect('service');
    const { title } = SITE_SCHEMA.reminders;
    for (let first = 0; first < TOTAL; first += 400) {
      const [batched, execute] = sp.batched();
      for (let index = first; index < first + 400; index += 1) {
        const { key, kind, dueAt } = subject(reminder, `19:c${index}@thread.tacv2`);
        const status = index < 2 ? 'failed' : 'posted';
        void batched.web.lists.getByTitle(title).items.add({ Title: kind, ReminderKey: key, ReminderKind: kind, MeetingId: meeting.id, DueAt: dueAt.toString(), ReminderStatus: status, PostedAt: dueAt.toString(), Attempts: 1 });
      }
      await execute();
    }
    const page = await open();
    const row = past(page, reminderKey(reminder, ''));
    await row.getByText('Posted: 5,198').waitFor();
    await row.getByText('Failed, tried again: 2').waitFor();
    await row.getByRole('button').click();
    await row.getByRole('button', { name: 'Show more' }).click();
    await eventually(async () => expect(await row.locator('li').count()).toBe(50));
  }, 180_000);

  it('says that there is nothing, and that the site does not answer', async () => {
    await webPart.site.administer('faults', { kind: 'unavailable', path: 'PostOrders', count: 20, retryAfterSeconds: 60 });
    const page = await webPart.open(SECRETARIAT);
    await page.locator('#desk-part-tab-reminders').click();
    await page.getByText('The site is very busy').waitFor();
    await fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing has been posted or skipped for this meeting yet.').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Pause all reminders' }).click();
    await page.getByRole('form').getByRole('button', { name: 'Pause all' }).click();
    await page.getByRole('form').getByText('No connection to the site').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('form').getByRole('button', { name: 'Pause all' }).click();
    await page.getByText('Paused by').waitFor();
  });

  it.each(['theme=light', 'theme=dark', 'theme=contrast', 'lang=ar', 'width=phone'])('is accessible with %s', async (query) => {
    await post(reminderOf('translation', 7), GENERAL);
    const page = await open(query);
    await page.locator('[data-past] button').first().click();
    await page.locator('[data-coming] button').first().click();
    await page.locator('[data-preview] p').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('leaves the words their room on a phone', async () => {
    const page = await open('lang=fr', { viewport: { width: 320, height: 800 } });
    await page.locator('[data-coming] button').first().click();
    await page.locator('[data-preview] p').first().waitFor();
    const words = page.locator('[data-coming] > div:first-child').first();
    expect(await words.evaluate((element) => element.clientWidth)).toBeGreaterThan(200);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('is used with the keyboard alone', async () => {
    const page = await open();
    const key = keyOf('agreed', 7);
    await coming(page, key).getByRole('button', { name: /^Send now/ }).focus();
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send this reminder now?'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await coming(page, key).getByText(/^Being sent/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Preview');
  });

  it.each(['delegate.fr', 'member'])('is nothing that a %s sees or reaches', async (user) => {
    const page = await webPart.open(`user=${user}@example.org`);
    expect(await page.locator('#desk-part-tab-reminders').count()).toBe(0);
    for (const title of ['Reminders', 'PostOrders', 'Channels', 'PersonalChats', 'DeskState']) {
      const status = await page.evaluate(async (list) => (await fetch(`/sites/tdag-wg-sop/_api/web/lists/getByTitle('${list}')/items`, { headers: { Accept: 'application/json' } })).status, title);
      expect([title, [403, 404].includes(status)]).toEqual([title, true]);
    }
  });
});
