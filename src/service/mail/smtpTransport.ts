import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import * as v from 'valibot';
import type { PostOutcome } from '../../bot/proactive';
import type { MailMessage } from './mailMessage';
import { REFUSED_PAUSE_SECONDS } from './mailTransport';
import type { MailTransport } from './mailTransport';

/** A mail server and how to sign in to it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte; otherwise the connection is encrypted by STARTTLS. */
  readonly secure: boolean;
  /** Whether an unencrypted connection will do, because it does not leave this machine. */
  readonly plain: boolean;
  readonly credentials?: { readonly user: string; readonly pass: string };
}

/** How long a server may be silent before the connection counts as lost. */
const SILENCE_MS = 60_000;
const CONNECT_MS = 20_000;

const errorSchema = v.object({ code: v.optional(v.string(), 'no answer'), responseCode: v.optional(v.number()) });

/** E-mail by a mail server, one connection a message: reminders are few and far between. */
export class SmtpTransport implements MailTransport {
  public constructor(private readonly server: SmtpServer) {}

  /** Sends a message, once; never throws. */
  public async send(message: MailMessage): Promise<PostOutcome> {
    const { host, port, secure, plain, credentials } = this.server;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      ignoreTLS: plain,
      requireTLS: !secure && !plain,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS
    });
    // Each step below tells of its own errors; one that comes between them, or after the last, would end the process.
    connection.on('error', () => undefined);
    let isUnderWay = false;
    try {
      const content = await composed(message);
      // The connection reads the message only when the server said that it takes one.
      const body = new Readable({
        read() {
          isUnderWay = true;
          this.push(content);
          this.push(null);
        }
      });
      await step(connection, (done) => connection.connect(done));
      if (credentials !== undefined) {
        await step(connection, (done) => connection.login({ credentials }, done));
      }
      await step(connection, (done) => connection.send({ from: message.from.address, to: [message.to] }, body, done));
      connection.quit();
      return { kind: 'posted', activityId: message.id };
    } catch (error) {
      connection.close();
      return outcomeOf(error, isUnderWay);
    }
  }
}

/** Runs one step of a conversation with the server. @throws what the connection reports */
function step(connection: SMTPConnection, start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    start((error) => {
      connection.removeListener('error', reject);
      if (error === undefined || error === null) {
        resolve();
      } else {
        reject(error);
      }
    });
  });
}

async function composed({ id, from, to, replyTo, subject, text, html, language, listId, files }: MailMessage): Promise<Buffer> {
  return new MailComposer({
    messageId: id,
    from,
    to,
    replyTo,
    subject,
    text,
    html,
    headers: {
      'Content-Language': language,
      'List-Id': `<${listId}>`,
      // No answers by machines to a message by a machine (RFC 3834); Exchange has a header of its own for it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All'
    },
    attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content, encoding: 'utf8' })),
    // Everything is given as text above; nothing may be fetched because a text looks like a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true
  })
    .compile()
    .build();
}

/**
 * What became of a message that failed. The server's own answers begin with 4 when it may be sent again and with 5 when
 * not (RFC 5321, 4.2.1). Without an answer it was not sent, unless the message itself was under way.
 */
function outcomeOf(error: unknown, isUnderWay: boolean): PostOutcome {
  const { code, responseCode: status } = v.parse(v.fallback(errorSchema, { code: 'no answer' }), error);
  if (status === undefined) {
    return isUnderWay ? { kind: 'unknown', reason: code } : { kind: 'later', status: 0, reason: code };
  }
  return status >= 500 ? { kind: 'refused', status, reason: code, retryAfterSeconds: REFUSED_PAUSE_SECONDS } : { kind: 'later', status, reason: code };
}
