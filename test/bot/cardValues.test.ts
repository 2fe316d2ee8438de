import fc from 'fast-check';
import { actIn } from '../../src/bot/cardActs';
import { parseCommand } from '../../src/bot/cards/cardCommand';
import { parseFileSlot, parseReceiptRequest } from '../../src/bot/receiptFile';
import { filesIn } from '../../src/bot/receivedFile';
import { ATTENTION_TOPIC, checkSubscription, parseSubscription, REMINDER_TOPICS, topicsOf } from '../../src/bot/reminderSubscription';
import { parseSubmission } from '../../src/bot/submission';
import { LANGUAGES } from '../../src/rules/language';
import { ATTENTION_KIND, POSTING_MODES, wantsReminder } from '../../src/rules/reminderSettings';

const FILE = 'application/vnd.microsoft.teams.file.download.info';
const untyped = { topics: '', reminderLanguage: 'en', mode: '', quietFrom: '', quietTo: '' };
const unknown = { language: 'en', kinds: [] } as const;
const typed = { title: 'T', source: 'S', originalLanguage: 'en', purpose: 'action', meeting: '1' };

/** Values that look like ours in places, as somebody makes who knows the bot. */
const forged = fc.record(
  {
    language: fc.oneof(fc.constantFrom(...LANGUAGES), fc.anything()),
    desk: fc.oneof(
      fc.record({ command: fc.constantFrom('submitFile', 'subscribe', 'receipt', 'reminders', 'remindMe', 'complete'), file: fc.anything(), id: fc.anything(), isOn: fc.anything(), isConfirmed: fc.anything(), wish: fc.anything() }, { requiredKeys: [] }),
      fc.anything()
    ),
    topics: fc.anything(),
    title: fc.anything(),
    quietFrom: fc.anything()
  },
  { requiredKeys: [] }
);

describe('what comes back from cards', () => {
  it('never stops the bot, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), forged), (value) => {
        for (const parse of [actIn, parseCommand, parseSubmission, parseSubscription, parseReceiptRequest, parseFileSlot]) {
          expect(() => parse(value)).not.toThrow();
        }
      })
    );
  });

  it('is an answer about a file only with an id as the bot gives them', () => {
    const desk = { command: 'submitFile', file: '0f8fad5b-d9cb-469f-a165-70867728950e', isConfirmed: true };
    expect(parseSubmission({ language: 'fr', desk, ...typed })).toEqual({ fileId: desk.file, language: 'fr', isConfirmed: true, typed });
    fc.assert(
      fc.property(fc.string(), (file) => {
        fc.pre(!/^[0-9a-f-]{36}$/i.test(file));
        expect(parseSubmission({ language: 'fr', desk: { ...desk, file }, ...typed })).toBeUndefined();
      })
    );
  });

  it('chooses topics that stay the same through what the site keeps of them', () => {
    fc.assert(
      fc.property(fc.subarray([...REMINDER_TOPICS, ATTENTION_TOPIC], { minLength: 1 }), fc.constantFrom(...LANGUAGES), fc.constantFrom(...POSTING_MODES), (topics, reminderLanguage, mode) => {
        const checked = checkSubscription({ ...untyped, topics: topics.join(','), reminderLanguage, mode }, unknown, true);
        expect('settings' in checked && [topicsOf(checked.settings), checked.settings.mode]).toEqual([topics, mode]);
      })
    );
  });

  it('lets nobody but the secretariat choose what needs its attention, and nobody else take it away', () => {
    fc.assert(
      fc.property(fc.subarray([...REMINDER_TOPICS, ATTENTION_TOPIC]), fc.subarray([...REMINDER_TOPICS], { minLength: 1 }), fc.boolean(), (topics, others, isChosen) => {
        const asked = checkSubscription({ ...untyped, topics: [...others, ...(isChosen ? [ATTENTION_TOPIC] : [])].join(',') }, unknown, true);
        const known = 'settings' in asked ? asked.settings : unknown;
        const checked = checkSubscription({ ...untyped, topics: topics.join(',') }, known, false);
        const hasAttention = 'settings' in checked ? wantsReminder(checked.settings, [ATTENTION_KIND]) : isChosen;
        expect(hasAttention).toBe(isChosen);
      })
    );
  });

  it('keeps what a card of earlier days does not ask for', () => {
    expect(checkSubscription({ ...untyped, topics: 'translation' }, { ...unknown, mode: 'daily' }, false)).toMatchObject({ settings: { mode: 'daily' } });
    expect(checkSubscription({ ...untyped, topics: 'translation', mode: 'hourly' }, unknown, false)).toMatchObject({ settings: { mode: 'single' } });
  });

  it('sets quiet hours by two different times of the day and by nothing else', () => {
    const quietHours = (quietFrom: string, quietTo: string): unknown => {
      const checked = checkSubscription({ ...untyped, topics: 'translation', quietFrom, quietTo }, unknown, false);
      return 'problem' in checked ? checked.problem : checked.settings.quietHours && `${checked.settings.quietHours.from.toString()}-${checked.settings.quietHours.to.toString()}`;
    };
    expect(quietHours('22:00', '7:05')).toBe('22:00:00-07:05:00');
    expect(quietHours('', '')).toBeUndefined();
    for (const [from, to] of [['22:00', ''], ['', '07:00'], ['24:00', '07:00'], ['22:60', '07:00'], ['07:00', '7:00'], ['ten', 'six'], ['22:00:30', '07:00']]) {
      expect([from, to, quietHours(from, to)]).toEqual([from, to, 'quietHours']);
    }
  });
});

describe('the files of a message', () => {
  it('are those that Teams marks as files, by their names without folders', () => {
    const attachment = (name: unknown, downloadUrl: unknown, contentType = FILE) => ({ contentType, name, content: { downloadUrl } });
    const attachments = [
      attachment('..\\..\\report.docx', 'https://a.sharepoint.com/1'),
      attachment('/etc/passwd', 'https://a.sharepoint.com/2'),
      attachment('page.html', 'https://a.sharepoint.com/3', 'text/html'),
      attachment(7, 'https://a.sharepoint.com/4'),
      attachment('folder/', 'https://a.sharepoint.com/5'),
      attachment('no-address.docx', undefined)
    ];
    expect(filesIn({ attachments: attachments as never })).toEqual([
      { name: 'report.docx', downloadUrl: 'https://a.sharepoint.com/1' },
      { name: 'passwd', downloadUrl: 'https://a.sharepoint.com/2' }
    ]);
    expect(filesIn({})).toEqual([]);
  });
});
