import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { deadlinesOf } from '../../src/rules/deadlines';
import { quietHoursOf } from '../../src/rules/quietHours';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
});
afterAll(() => site.stop());

const planned = { statutory: false, languageFunds: 'unknown', status: 'planned' } as const;

function date(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

describe('meetings', () => {
  it('come back as they were entered', async () => {
    const { meetings } = site.desk('secretariat');
    const entered = await meetings.add({
      title: "The chair's meeting",
      start: date('2020-10-01'),
      end: date('2020-10-02'),
      statutory: true,
      agreedDeadline: date('2020-09-18'),
      languageFunds: 'available',
      status: 'postponed',
      joinUrl: 'https://meetings.example.org/2'
    });
    const read = await site.desk('member').meetings.get(entered.id);
    expect(JSON.stringify(read)).toBe(JSON.stringify({ ...entered, id: entered.id }));
    expect((await site.desk('member').meetings.all()).map(({ id }) => id)).toContain(entered.id);
  });

  it('keep their calendar dates, on any day of the year', async () => {
    const { meetings } = site.desk('secretariat');
    const days = fc.sample(fc.integer({ min: 0, max: 1500 }), 12).map((days) => date('2024-01-01').add({ days }));
    for (const start of [date('2024-02-29'), date('2025-03-30'), date('2025-10-26'), date('2024-12-31'), ...days]) {
      const { id } = await meetings.add({ ...planned, title: start.toString(), start, end: start, agreedDeadline: start.subtract({ days: 13 }) });
      const read = await meetings.get(id);
      expect(read?.start.toString()).toBe(start.toString());
      expect(read?.agreedDeadline?.toString()).toBe(start.subtract({ days: 13 }).toString());
    }
  });

  it('give the deadlines of the programme of work', async () => {
    const desk = site.desk('member');
    const { id } = await site.desk('secretariat').meetings.add({ ...planned, title: 'Second', start: date('2020-10-01'), end: date('2020-10-01'), agreedDeadline: date('2020-09-18') });
    const [meeting, group] = await Promise.all([desk.meetings.get(id), desk.configuration.read()]);
    expect(meeting && deadlinesOf(meeting, group).binding.closesAt.toString()).toBe('2020-09-18T23:59:59+02:00[Europe/Zurich]');
  });

  it('are undefined when there is none with an id', async () => {
    expect(await site.desk().meetings.get(987654)).toBeUndefined();
  });
});

describe('channels', () => {
  const registration = { conversationKey: "19:o'neil@thread.tacv2", title: 'General', reference: '{"a":"<b>&amp;"}', language: 'fr', kinds: ['translation', 'agreed'] } as const;

  it('are active with what the bot knows of them', async () => {
    const { channels } = site.desk();
    await channels.upsert(registration);
    expect(await channels.active()).toMatchObject([{ ...registration, status: 'active' }]);
  });

  it('are entered once however often the bot hears of them, also at once', async () => {
    const { channels } = site.desk();
    const other = { ...registration, conversationKey: '19:other@thread.tacv2' };
    await Promise.all(Array.from({ length: 8 }, () => site.desk().channels.upsert(other)));
    await channels.upsert({ ...other, language: 'es' });
    const entered = (await channels.active()).filter(({ conversationKey }) => conversationKey === other.conversationKey);
    expect(entered).toHaveLength(1);
    expect(entered[0].language).toBe('es');
  });

  it('that are closed get no reminders until the bot is back', async () => {
    const { channels } = site.desk();
    const keys = async (): Promise<string[]> => (await channels.active()).map(({ conversationKey }) => conversationKey);
    await channels.upsert(registration);
    await channels.close(registration.conversationKey);
    await channels.close('unknown');
    expect(await keys()).not.toContain(registration.conversationKey);
    await channels.upsert(registration);
    expect(await keys()).toContain(registration.conversationKey);
  });
});

describe('personal chats', () => {
  const chat = { personKey: 'key-of-a-person', email: 'somebody@example.org', reference: '{}', language: 'en' } as const;

  it('follow the language of Teams until the person chooses one, which then stays', async () => {
    const { personalChats } = site.desk();
    await personalChats.remember(chat);
    await personalChats.remember({ ...chat, language: 'fr' });
    expect((await personalChats.byEmail(chat.email))?.language).toBe('fr');
    expect(await personalChats.chosenLanguage(chat.personKey)).toBeUndefined();

    expect(await personalChats.chooseLanguage(chat.personKey, 'zh')).toBe(true);
    await personalChats.remember({ ...chat, language: 'fr', reference: '{"new":true}' });
    expect(await personalChats.byEmail(chat.email)).toMatchObject({ language: 'zh', reference: '{"new":true}' });
    expect(await personalChats.chosenLanguage(chat.personKey)).toBe('zh');
  });

  it('keep no language of somebody whom the bot does not know', async () => {
    const { personalChats } = site.desk();
    expect(await personalChats.chooseLanguage('nobody', 'zh')).toBe(false);
    expect(await personalChats.chosenLanguage('nobody')).toBeUndefined();
  });
});

describe('what is wanted of the reminders', () => {
  const quietHours = quietHoursOf(Temporal.PlainTime.from('22:00'), Temporal.PlainTime.from('07:30'));
  const settings = { language: 'ru' as const, kinds: ['interpretation'], ...(quietHours === undefined ? {} : { quietHours }) };

  it('is kept for a channel, and stays when the bot hears of the channel again', async () => {
    const { channels } = site.desk();
    const conversationKey = '19:quiet@thread.tacv2';
    const registration = { conversationKey, reference: '{}', language: 'en', kinds: [] } as const;
    await channels.upsert(registration);
    await channels.subscribe(conversationKey, settings, 'paused');
    await channels.upsert({ ...registration, language: 'ru', kinds: ['interpretation'] });
    expect(await channels.byKey(conversationKey)).toMatchObject({ language: 'ru', kinds: ['interpretation'], status: 'paused' });
    expect((await channels.byKey(conversationKey))?.quietHours?.to.toString()).toBe('07:30:00');
    await channels.subscribe(conversationKey, { language: 'ru', kinds: [] }, 'active');
    expect((await channels.byKey(conversationKey))?.quietHours).toBeUndefined();
    await expect(channels.subscribe('19:unknown@thread.tacv2', settings, 'active')).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('counts from when it is wanted: from the first day, or a pause on, a further kind by itself, and from no other change', async () => {
    const { channels } = site.desk();
    const conversationKey = '19:since@thread.tacv2';
    const registration = { conversationKey, reference: '{}', language: 'en', kinds: [] } as const;
    // Not at the full hour: what happened within the second before is told as well.
    let clock = Temporal.Instant.from('2021-01-04T09:30:00Z');
    const since = async (change: () => Promise<void>): Promise<string | undefined> => {
      clock = clock.add({ hours: 1 });
      await site.administer('clock', { advanceTo: clock.toString() });
      await change();
      return (await channels.byKey(conversationKey))?.since?.toString().slice(11, 13);
    };
    expect(await since(() => channels.upsert(registration))).toBe('10');
    expect(await since(() => channels.upsert({ ...registration, language: 'fr' }))).toBe('10');
    expect(await since(() => channels.subscribe(conversationKey, { language: 'fr', kinds: ['published'], mode: 'daily' }, 'active'))).toBe('10');
    expect(await since(() => channels.subscribe(conversationKey, { language: 'fr', kinds: ['published', 'languageVersions'] }, 'active'))).toBe('10');
    expect([...((await channels.byKey(conversationKey))?.addedSince ?? [])].map(([kind, at]) => [kind, at.toString().slice(11, 13)])).toEqual([['languageVersions', '13']]);
    expect(await since(() => channels.subscribe(conversationKey, { language: 'fr', kinds: ['published'] }, 'paused'))).toBe('10');
    expect((await channels.byKey(conversationKey))?.addedSince).toBeUndefined();
    expect(await since(() => channels.subscribe(conversationKey, { language: 'fr', kinds: ['published'] }, 'active'))).toBe('15');
    expect(await since(() => channels.close(conversationKey))).toBe('15');
    expect(await since(() => channels.upsert({ ...registration, kinds: ['published'] }))).toBe('17');
  });

  it('has no quiet hours when somebody wrote something else into their columns', async () => {
    const list = site.connect('secretariat').sp.web.lists.getByTitle('Channels').items;
    const key = '19:by-hand@thread.tacv2';
    await site.desk().channels.upsert({ conversationKey: key, reference: '{}', language: 'en', kinds: [] });
    const [{ Id }] = await list.filter(`ConversationKey eq '${key}'`)<{ Id: number }[]>();
    for (const [QuietFrom, QuietTo] of [['25:00', '07:00'], ['22:00', ''], ['22h', '7h'], ['07:00', '07:00']]) {
      await list.getById(Id).update({ QuietFrom, QuietTo });
      expect((await site.desk().channels.byKey(key))?.quietHours).toBeUndefined();
    }
  });

  it('is kept for a person in their own language, and ends with their chat', async () => {
    const { personalChats } = site.desk();
    const chat = { personKey: 'person-1', email: 'member@example.org', reference: '{}', language: 'en' } as const;
    await personalChats.remember(chat);
    expect(await personalChats.byKey('person-1')).toMatchObject({ wantsReminders: false, reminders: { language: 'en', kinds: [] } });
    await personalChats.subscribe('person-1', settings, true);
    await personalChats.remember({ ...chat, language: 'fr' });
    expect(await personalChats.reminded()).toMatchObject([{ ...chat, language: 'fr', reminders: { language: 'ru', kinds: ['interpretation'] } }]);
    await personalChats.close('person-1');
    expect(await personalChats.reminded()).toEqual([]);
    await expect(personalChats.subscribe('nobody', settings, true)).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('the desk state', () => {
  it('keeps a value under a key', async () => {
    const { deskState } = site.desk();
    expect(await deskState.get('token')).toBeUndefined();
    await deskState.set('token', '1;3;x;1;2');
    await deskState.set('token', '1;3;x;1;3');
    expect((await site.desk().deskState.get('token'))?.value).toBe('1;3;x;1;3');
  });

  it('refuses a value that follows on an older one', async () => {
    const { deskState } = site.desk();
    const first = await deskState.set('guarded', 'a');
    const second = await deskState.set('guarded', 'b', first);
    await expect(deskState.set('guarded', 'c', first)).rejects.toMatchObject({ kind: 'changedByOthers' });
    expect(await deskState.get('guarded')).toEqual({ value: 'b', etag: second });
  });

  it('takes the last of several values stored at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((value) => site.desk().deskState.set('raced', value)));
    expect((await site.desk().deskState.get('raced'))?.value).toMatch(/^[abcd]$/);
  });
});

describe('the current user', () => {
  it.each([
    ['secretariat', ['secretariat']],
    ['delegate.fr', ['delegate']],
    ['member', ['member']],
    ['visitor', []]
  ])('%s has the roles that the groups of the site give', async (user, roles) => {
    expect(await site.desk(user).currentUser()).toMatchObject({ email: `${user}@example.org`, roles });
  });

  it('is unknown to somebody who is not signed in', async () => {
    await expect(site.desk().currentUser()).resolves.toBeDefined();
    await expect(site.connect().sp.web()).rejects.toMatchObject({ kind: 'notSignedIn' });
  });
});

describe('the configuration', () => {
  it('is read from the site by everybody', async () => {
    expect((await site.desk('visitor').configuration.read()).acronym).toBe('TDAG-WG-SOP');
  });
});
