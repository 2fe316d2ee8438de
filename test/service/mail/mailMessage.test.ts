import * as fc from 'fast-check';
import { deskCard, factRows, openDocumentButton, paragraph } from '../../../src/bot/cards/deskCard';
import { translatorFor } from '../../../src/messages/allMessages';
import { LANGUAGES } from '../../../src/rules/language';
import { mailMessage } from '../../../src/service/mail/mailMessage';
import { SmtpTransport } from '../../../src/service/mail/smtpTransport';
import { startMailServer } from '../../support/mailServer';
import type { MailServer } from '../../support/mailServer';
import { meeting } from '../../support/meeting';
import { mailOf } from '../../support/reminderMail';
import { workingGroup } from '../../support/workingGroup';

/** The elements of a page in their order, with their attributes. */
const elements = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

/** Titles as somebody might write them who means harm, and any others. */
const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('\r\n', '\n', 'Bcc: other@example.org', '\r\n\r\n', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '--', '\u202e', '=?utf-8?B?', ' ', 'a', '</title>', '.', '\r\n.\r\n'), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(''))
);

describe('a message', () => {
  let mail: MailServer;

  beforeAll(async () => {
    mail = await startMailServer();
  });
  afterAll(() => mail.stop());

  it('has the same id for the same thing to the same address, and another for anything else', () => {
    const ids = [mailOf('reminder', 'en'), mailOf('interpretation', 'en'), mailOf('reminder', 'en', meeting({ id: 3 }))].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(mailOf('reminder', 'fr').id).toBe(ids[0]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
  });

  it.each(LANGUAGES)('says everything in its text that its page says, in %s', (language) => {
    for (const { text, html } of [mailOf('reminder', language), mailOf('interpretation', language)]) {
      const shown = html
        .replace(/^[^]*<body[^>]*>/, '')
        .split(/<[^>]*>/)
        .map((piece) => piece.replace(/&#x27;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim())
        .filter((piece) => piece !== '');
      expect(shown.length).toBeGreaterThan(5);
      for (const piece of shown) {
        expect(text).toContain(piece);
      }
      for (const [, url] of html.matchAll(/href="([^"]*)"/g)) {
        expect(text).toContain(url.replace('mailto:', ''));
      }
    }
  });

  it('fetches nothing and holds no image, script or form', () => {
    for (const language of LANGUAGES) {
      const { html } = mailOf('interpretation', language);
      expect(html).not.toMatch(/<(img|script|link|iframe|form|input|button|object)|url\(|@import|\ssrc=|\son\w+=/i);
      expect([...html.matchAll(/(?:href|action)="(?!https:\/\/example\.org\/desk"|mailto:secretariat@example\.org")/g)]).toEqual([]);
    }
  });

  it('keeps the order of what a card says, and leaves out links that lead to no page', () => {
    const translator = translatorFor('en');
    const card = deskCard('First', [paragraph('Second'), paragraph('More of it', { isSubtle: true }), ...factRows([{ label: 'Third', value: 'third' }, { label: '', value: 'fourth' }]), paragraph('Fifth')], [openDocumentButton('javascript:alert(1)', translator)], translator);
    const message = mailMessage({ key: 'k', card, from: 'desk@example.org', to: 'list@example.org', group: workingGroup(), calendar: () => '' });
    expect(message.text.split('\n-- \n')[0]).toBe('First\n\nSecond\nMore of it\n\nThird: third\nfourth\nFifth\n');
    expect(message.html).not.toContain('javascript:');
    expect(message.html.indexOf('Third')).toBeLessThan(message.html.indexOf('Fifth'));
    expect(message.files).toEqual([]);
  });

  it('arrives with its own headers, recipients and elements only, whatever a title or a reason says', async () => {
    const transport = new SmtpTransport(mail.server);
    const harmless = [mailOf('reminder', 'en', meeting({ title: 'Meeting' })), mailOf('interpretation', 'ar', meeting({ title: 'Meeting' }), 'Reason')];
    for (const message of harmless) {
      await transport.send(message);
    }
    const [first, second] = mail.taken.map(({ mail: { headerLines, html } }) => ({ headers: headerLines.map(({ key }) => key), elements: elements(String(html)) }));
    await fc.assert(
      fc.asyncProperty(titles, async (title) => {
        mail.taken.length = 0;
        const about = meeting({ title: `Meeting ${title}` });
        const sent = [mailOf('reminder', 'en', about), mailOf('interpretation', 'ar', about, `Reason ${title}`)];
        for (const message of sent) {
          expect((await transport.send(message)).kind).toBe('posted');
        }
        const arrived = mail.taken.map(({ mail: { headerLines, html } }) => ({ headers: headerLines.map(({ key }) => key), elements: elements(String(html)) }));
        expect(arrived).toEqual([first, second]);
        expect(mail.taken.flatMap(({ to }) => to)).toEqual(['list@example.org', 'list@example.org']);
        expect(mail.taken.map(({ mail: { subject } }) => subject)).toEqual(sent.map(({ subject }) => subject));
        expect(mail.taken.map(({ mail: { attachments } }) => attachments[0].content.toString('utf8'))).toEqual(sent.map(({ files }) => files[0].content));
      }),
      { numRuns: 60 }
    );
  });
});
