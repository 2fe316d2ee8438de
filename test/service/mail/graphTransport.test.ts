import type { TokenCredential } from '@azure/identity';
import * as v from 'valibot';
import { GraphTransport } from '../../../src/service/mail/graphTransport';
import { openTransport } from '../../../src/service/mail/openTransport';
import { eventually } from '../../support/eventually';
import { startGraphMail } from '../../support/graphMail';
import type { GraphMail } from '../../support/graphMail';
import { geneva } from '../../support/meeting';
import { addMeeting } from '../../support/meetingOnSite';
import { provisionedSite } from '../../support/provisionedSite';
import { mailOf } from '../../support/reminderMail';
import { freePort, runService } from '../../support/service';

const recipients = v.pipe(v.array(v.strictObject({ emailAddress: v.strictObject({ address: v.pipe(v.string(), v.email()) }) })), v.length(1));

/** What the documentation says that a message may hold ("user: sendMail", "message resource type"), as far as it is used. */
const bodySchema = v.strictObject({
  message: v.strictObject({
    subject: v.string(),
    body: v.strictObject({ contentType: v.literal('HTML'), content: v.string() }),
    toRecipients: recipients,
    replyTo: recipients,
    internetMessageId: v.pipe(v.string(), v.regex(/^<[^<>@\s]+@[^<>@\s]+>$/)),
    internetMessageHeaders: v.array(v.strictObject({ name: v.pipe(v.string(), v.regex(/^x-/i)), value: v.string() })),
    attachments: v.array(
      v.strictObject({ '@odata.type': v.literal('#microsoft.graph.fileAttachment'), name: v.string(), contentType: v.string(), contentBytes: v.pipe(v.string(), v.base64()) })
    )
  }),
  saveToSentItems: v.literal(false)
});

const message = mailOf('reminder', 'ar');
const scopes: (string | string[])[] = [];
const credential: TokenCredential = {
  getToken: async (scope) => {
    scopes.push(scope);
    return { token: 'the-token', expiresOnTimestamp: Infinity };
  }
};

describe('sending by Microsoft Graph', () => {
  let graph: GraphMail;
  let transport: GraphTransport;

  beforeEach(async () => {
    graph = await startGraphMail();
    transport = new GraphTransport({ graphUrl: graph.url, sender: 'desk@example.org', credential });
  });
  afterEach(() => graph.stop());

  it('gives the message to the mailbox of the sender, in the shape that is documented', async () => {
    expect(await transport.send(message)).toEqual({ kind: 'posted', activityId: message.id });
    const [{ sender, authorization, body }] = graph.taken;
    expect([sender, authorization, scopes.pop()]).toEqual(['desk@example.org', 'Bearer the-token', `${graph.url}/.default`]);
    const { message: sent } = v.parse(bodySchema, body);
    expect(sent).toMatchObject({
      subject: message.subject,
      body: { content: message.html },
      toRecipients: [{ emailAddress: { address: 'list@example.org' } }],
      internetMessageId: message.id,
      internetMessageHeaders: [{ name: 'X-Auto-Response-Suppress', value: 'All' }]
    });
    expect(Buffer.from(sent.attachments[0].contentBytes, 'base64').toString('utf8')).toBe(message.files[0].content);
  });

  it.each([
    [{ status: 429, headers: { 'Retry-After': '17' } }, { kind: 'later', status: 429, retryAfterSeconds: 17 }],
    [{ status: 503 }, { kind: 'later', status: 503 }],
    [{ status: 400 }, { kind: 'refused', status: 400 }],
    [{ status: 403 }, { kind: 'refused', status: 403 }],
    [{ status: 500 }, { kind: 'unknown' }],
    [{ status: 504 }, { kind: 'unknown' }]
  ])('knows what the answer %j means', async (refusal, outcome) => {
    graph.refuse(refusal);
    expect(await transport.send(message)).toMatchObject(outcome);
    expect(graph.attempts()).toBe(1);
  });

  it('does not know what became of a message when the line was cut, and does not send it again', async () => {
    graph.cutNext();
    expect((await transport.send(message)).kind).toBe('unknown');
    expect(graph.attempts()).toBe(1);
  });

  it('knows that nothing was sent when nobody is there, or nobody gives a token', async () => {
    const elsewhere = { graphUrl: `http://127.0.0.1:${await freePort()}`, sender: 'desk@example.org', credential };
    expect(await new GraphTransport(elsewhere).send(message)).toMatchObject({ kind: 'later', reason: 'ECONNREFUSED' });
    const without: TokenCredential = { getToken: () => Promise.reject(new Error('no')) };
    expect(await new GraphTransport({ ...elsewhere, graphUrl: graph.url, credential: without }).send(message)).toEqual({ kind: 'later', status: 0, reason: 'no token' });
    expect(graph.attempts()).toBe(0);
  });

  it('needs somebody to sign in as', () => {
    expect(() => openTransport({ transport: 'graph', graphUrl: graph.url, from: 'desk@example.org' }, undefined)).toThrow('SITE_CERTIFICATE_PATH');
  });

  it('brings a reminder to a mailing address once', async () => {
    const site = await provisionedSite('2020-08-03T09:00:00+02:00');
    const meeting = await addMeeting(site);
    await site.desk('secretariat').channels.addMailingAddress('list@example.org', 'ru');
    const service = await runService(site, { mail: { transport: 'graph', graphUrl: graph.url, from: 'desk@example.org' } }, { mailCredential: credential });
    graph.refuse({ status: 429, headers: { 'Retry-After': '1' } });
    await site.administer('clock', { advanceTo: geneva('2020-08-10T09:00:00').toString() });
    await eventually(async () => {
      const [record] = await site.desk().reminders.find([`${meeting.id}/translation+languageRequest/2020-08-17/7/mailto:list@example.org`]);
      expect(record).toMatchObject({ status: 'posted', attempts: 2 });
    });
    expect(graph.taken.map(({ body }) => v.parse(bodySchema, body).message.body.content.includes('<html lang="ru"'))).toEqual([true]);
    expect(graph.attempts()).toBe(2);
    await service.stop();
    await site.stop();
  });
});
