import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { SmtpTransport } from '../../../src/service/mail/smtpTransport';
import { ACCOUNT, startMailServer } from '../../support/mailServer';
import type { MailServer } from '../../support/mailServer';
import { mailOf } from '../../support/reminderMail';
import { freePort } from '../../support/service';

const message = mailOf('reminder', 'en');

describe('sending by a mail server', () => {
  let mail: MailServer;
  let servers: MailServer[];

  const start = async (options?: Parameters<typeof startMailServer>[0]): Promise<MailServer> => {
    const server = await startMailServer(options);
    servers.push(server);
    return server;
  };

  beforeEach(async () => {
    servers = [];
    mail = await start();
  });
  afterEach(() => Promise.all(servers.map((server) => server.stop())));

  it('says under which id the message was taken', async () => {
    expect(await new SmtpTransport(mail.server).send(message)).toEqual({ kind: 'posted', activityId: message.id });
    expect(mail.taken[0].mail.messageId).toBe(message.id);
  });

  it.each([
    ['recipient', 421, 'later'],
    ['recipient', 450, 'later'],
    ['recipient', 550, 'refused'],
    ['data', 452, 'later'],
    ['data', 554, 'refused']
  ] as const)('knows what an answer to the %s with %i means: %s', async (point, status, kind) => {
    mail.refuse(point, status);
    expect(await new SmtpTransport(mail.server).send(message)).toMatchObject({ kind, status });
    expect(mail.taken).toEqual([]);
  });

  it('does not know what became of a message when the line is cut while it is under way', async () => {
    mail.cutNext('during');
    expect(await new SmtpTransport(mail.server).send(message)).toMatchObject({ kind: 'unknown' });
    mail.cutNext('after');
    expect(await new SmtpTransport(mail.server).send(message)).toMatchObject({ kind: 'unknown' });
  });

  it('knows that nothing was sent when the line is cut before the message', async () => {
    const silent = createServer((socket: Socket) => {
      socket.on('error', () => undefined);
      socket.write('220 ready\r\n');
      socket.on('data', (command) => (/^(EHLO|MAIL)/.test(command.toString()) ? socket.write('250 yes\r\n') : socket.destroy()));
    }).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    expect(await new SmtpTransport({ ...mail.server, port }).send(message)).toMatchObject({ kind: 'later', status: 0 });
    silent.close();
  });

  it('knows that nothing was sent when nobody is there', async () => {
    expect(await new SmtpTransport({ ...mail.server, port: await freePort() }).send(message)).toMatchObject({ kind: 'later', status: 0 });
  });

  it('signs in, and is told when the password is wrong', async () => {
    const guarded = await start({ wantsSignIn: true });
    expect((await new SmtpTransport(guarded.server).send(message)).kind).toBe('posted');
    const { credentials: _credentials, ...anonymous } = guarded.server;
    expect(await new SmtpTransport(anonymous).send(message)).toMatchObject({ kind: 'refused', status: 530 });
    expect(await new SmtpTransport({ ...guarded.server, credentials: { ...ACCOUNT, pass: 'another' } }).send(message)).toMatchObject({ kind: 'refused', status: 535, reason: 'EAUTH' });
    expect(guarded.taken).toHaveLength(1);
  });

  it('sends nothing, and no password, to another machine that does not encrypt or whose certificate nobody knows', async () => {
    const signIns: string[] = [];
    const onAuth = (): void => void signIns.push('tried');
    const open = await start({ wantsSignIn: true, onAuth });
    const selfSigned = await start({ wantsSignIn: true, onAuth, disabledCommands: [] });
    const encrypted = await start({ wantsSignIn: true, onAuth, secure: true });
    const kinds: string[] = [];
    for (const server of [open.server, selfSigned.server, { ...encrypted.server, secure: true }]) {
      kinds.push((await new SmtpTransport({ ...server, plain: false }).send(message)).kind);
    }
    // The first says for good that it cannot encrypt; a certificate may be mended at any time.
    expect(kinds).toEqual(['refused', 'later', 'later']);
    expect([...signIns, ...servers.flatMap(({ taken }) => taken)]).toEqual([]);
    expect([open, selfSigned, encrypted].map(({ connections }) => connections())).toEqual([1, 1, 1]);
  });
});
