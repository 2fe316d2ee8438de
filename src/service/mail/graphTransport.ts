import type { TokenCredential } from '@azure/identity';
import type { PostOutcome } from '../../bot/proactive';
import type { MailMessage } from './mailMessage';
import { REFUSED_PAUSE_SECONDS } from './mailTransport';
import type { MailTransport } from './mailTransport';

/** The mailbox that sends, and where Microsoft Graph is. */
export interface GraphMailbox {
  readonly graphUrl: string;
  readonly sender: string;
  readonly credential: TokenCredential;
}

const SILENCE_MS = 60_000;

/** What the connection says when nobody ever took the request. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** The answers by which Graph asks to come again (Microsoft Graph documentation, "Throttling guidance"). */
const LATER = [429, 503];

/**
 * E-mail from a mailbox of the tenant by Microsoft Graph (documentation, "user: sendMail"). As JSON, not as MIME: Exchange
 * takes a message's own headers out of MIME. What JSON cannot say is left to Exchange: the plain text, which it makes from
 * the page, and the headers `List-Id` and `Auto-Submitted`, because only those that begin with `x-` are allowed.
 */
export class GraphTransport implements MailTransport {
  public constructor(private readonly mailbox: GraphMailbox) {}

  /** Sends a message, once; never throws. */
  public async send(message: MailMessage): Promise<PostOutcome> {
    const { graphUrl, sender } = this.mailbox;
    const token = await this.token();
    if (token === undefined) {
      return { kind: 'later', status: 0, reason: 'no token' };
    }
    try {
      const response = await fetch(`${graphUrl}/v1.0/users/${encodeURIComponent(sender)}/sendMail`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ message: graphMessage(message), saveToSentItems: false }),
        signal: AbortSignal.timeout(SILENCE_MS)
      });
      await response.body?.cancel();
      return outcomeOf(response, message.id);
    } catch (error) {
      const code = codeOf(error);
      return NOT_SENT.includes(code) ? { kind: 'later', status: 0, reason: code } : { kind: 'unknown', reason: code };
    }
  }

  private async token(): Promise<string | undefined> {
    const { credential, graphUrl } = this.mailbox;
    try {
      return (await credential.getToken(`${graphUrl}/.default`))?.token;
    } catch {
      // Nothing was sent; whoever keeps the registration puts it right.
      return undefined;
    }
  }
}

function graphMessage({ id, to, replyTo, subject, html, files }: MailMessage): Record<string, unknown> {
  return {
    subject,
    body: { contentType: 'HTML', content: html },
    toRecipients: [{ emailAddress: { address: to } }],
    replyTo: [{ emailAddress: { address: replyTo } }],
    internetMessageId: id,
    internetMessageHeaders: [{ name: 'X-Auto-Response-Suppress', value: 'All' }],
    attachments: files.map(({ name, type, content }) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      name,
      contentType: type,
      contentBytes: Buffer.from(content, 'utf8').toString('base64')
    }))
  };
}

function outcomeOf({ status, headers }: Response, id: string): PostOutcome {
  if (status === 202) {
    return { kind: 'posted', activityId: id };
  }
  if (LATER.includes(status)) {
    const seconds = headers.get('Retry-After') ?? '';
    return { kind: 'later', status, ...(/^\d+$/.test(seconds) ? { retryAfterSeconds: Number(seconds) } : {}) };
  }
  // An error of Graph's own may have come after Exchange took the message.
  return status >= 400 && status < 500 ? { kind: 'refused', status, retryAfterSeconds: REFUSED_PAUSE_SECONDS } : { kind: 'unknown', reason: `status ${status}` };
}

/** The code of what broke the connection, without its words, which may quote an address. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name?: string };
  return cause?.code ?? name ?? 'no answer';
}
