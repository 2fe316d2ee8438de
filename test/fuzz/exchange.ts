import { Agent, request } from 'node:http';
import { MARKUP } from './hostile';

/** One request as it goes over the line. */
export interface Sent {
  readonly method: string;
  /** As written: nothing is encoded or normalised. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What was answered. */
export interface Received {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Sends requests to a server of this machine over connections that are kept. */
export class Exchange {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  public constructor(private readonly port: number) {}

  /**
   * @returns undefined when the request is none that a client may send (a sign in a header that HTTP does not know)
   * @throws Error when there is no answer
   */
  public async send({ method, path, headers, body }: Sent): Promise<Received | undefined> {
    let asked;
    try {
      asked = request({ agent: this.agent, port: this.port, host: '127.0.0.1', method, path, headers: { host: `localhost:${this.port}`, ...headers, 'content-length': String(Buffer.byteLength(body)) } });
    } catch {
      return undefined;
    }
    const outgoing = asked;
    return new Promise((resolve, reject) => {
      outgoing.once('error', reject);
      outgoing.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: Buffer.concat(chunks).toString('utf8') }));
      });
      outgoing.end(body);
    });
  }

  public close(): void {
    this.agent.destroy();
  }
}

/** @throws Error when an answer is a failure of ours, or a page with what was sent as its markup */
export function checkAnswer(answer: Received | undefined, isAllowed: (answer: Received) => boolean = () => false): void {
  if (answer === undefined) {
    return;
  }
  if (answer.status >= 500 && !isAllowed(answer)) {
    throw new Error(`Answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  }
  if (/html|xml|svg/.test(answer.type) && answer.body.includes(MARKUP)) {
    throw new Error(`A page with what was sent as its markup: ${answer.body.slice(0, 300)}`);
  }
}
