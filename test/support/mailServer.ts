import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import type { SmtpServer } from '../../src/service/mail/smtpTransport';

/** Where a mail server refuses a message. */
export type RefusalPoint = 'recipient' | 'data';

/** A real mail server on this machine, which keeps what it takes. */
export interface MailServer {
  readonly server: SmtpServer;
  /** What was taken, in the order of its arrival. */
  readonly taken: { readonly raw: string; readonly mail: ParsedMail; readonly from: string; readonly to: string[] }[];
  /** How many connections there were. */
  connections(): number;
  /** Answers the next messages with an error of this code, one after the other. */
  refuse(point: RefusalPoint, ...codes: number[]): void;
  /** Cuts the next connection while the message arrives, or when it has arrived and before saying so. */
  cutNext(when: 'during' | 'after'): void;
  stop(): Promise<void>;
}

/** Who may use a mail server that wants a sign-in. */
export const ACCOUNT = { user: 'desk@example.org', pass: 'a secret: with signs/@' };

/** Starts a mail server; on a free port unless one is given, for anybody unless told otherwise. */
export async function startMailServer(options: SMTPServerOptions & { readonly port?: number; readonly wantsSignIn?: boolean } = {}): Promise<MailServer> {
  const { port: wanted = 0, wantsSignIn = false, ...more } = options;
  const taken: MailServer['taken'] = [];
  const refusals: Record<RefusalPoint, number[]> = { recipient: [], data: [] };
  const sockets = new Set<Socket>();
  const cuts: ('during' | 'after')[] = [];
  let connections = 0;
  const refusal = (point: RefusalPoint): Error | undefined => {
    const code = refusals[point].shift();
    return code === undefined ? undefined : Object.assign(new Error('not today'), { responseCode: code });
  };
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  const smtp = new SMTPServer({
    disabledCommands: wantsSignIn ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !wantsSignIn,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === ACCOUNT.user && password === ACCOUNT.pass ? done(null, { user: username }) : done(new Error('Invalid username or password')),
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onData: (stream, { envelope }, done) => {
      const cutting = cuts.shift();
      if (cutting === 'during') {
        stream.once('data', cut);
        stream.resume();
        return;
      }
      void buffer(stream).then(async (raw) => {
        const refused = refusal('data');
        if (refused !== undefined) {
          done(refused);
          return;
        }
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        taken.push({ raw: raw.toString('latin1'), mail: await simpleParser(raw), from, to: envelope.rcptTo.map(({ address }) => address) });
        if (cutting === 'after') {
          cut();
        } else {
          done();
        }
      });
    },
    ...more
  });
  smtp.on('error', () => undefined);
  smtp.server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  smtp.listen(wanted, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  return {
    server: { host: '127.0.0.1', port, secure: false, plain: true, ...(wantsSignIn ? { credentials: ACCOUNT } : {}) },
    taken,
    connections: () => connections,
    refuse: (point, ...codes) => void refusals[point].push(...codes),
    cutNext: (when) => void cuts.push(when),
    stop: async () => {
      const closed = new Promise<void>((resolve) => smtp.close(resolve));
      cut();
      await closed;
    }
  };
}
