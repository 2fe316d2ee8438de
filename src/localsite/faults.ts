import { setTimeout as sleep } from 'node:timers/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** What goes wrong: too many requests (429), out of service (503), a cut connection, a slow answer. */
const KINDS = ['throttle', 'unavailable', 'drop', 'slow'] as const;

/** A fault that was switched on. */
export interface Fault {
  readonly kind: (typeof KINDS)[number];
  /** A regular expression on path and query; every request without it. */
  readonly path?: string;
  /** An HTTP method, after `X-HTTP-Method`. */
  readonly method?: string;
  /** From 0 to 1; always without it. */
  readonly probability?: number;
  /** How often it still happens; for ever without it. */
  readonly count?: number;
  /** Of `throttle` and `unavailable`. */
  readonly retryAfterSeconds?: number;
  /** Of `slow`. */
  readonly milliseconds?: number;
  /** Of `drop`: the request is carried out, and the connection is cut instead of the answer. */
  readonly afterwards?: boolean;
}

/** What was asked for is no fault; the message says why. */
export class FaultProblem extends Error {
  public override readonly name = 'FaultProblem';
}

/** The faults of the site, for tests of those who use it. */
export class Faults {
  private active: Fault[] = [];

  /** The faults that are on. */
  public get all(): readonly Fault[] {
    return this.active;
  }

  /**
   * Switches a fault on.
   * @throws FaultProblem
   */
  public add(sent: unknown): Fault {
    const fault = sent as Fault;
    if (fault === null || typeof fault !== 'object' || !KINDS.includes(fault.kind)) {
      throw new FaultProblem(`A fault needs a kind: ${KINDS.join(', ')}.`);
    }
    if (fault.path !== undefined) {
      expressionOf(fault.path);
    }
    this.active.push({ ...fault });
    return fault;
  }

  /** Switches every fault off. */
  public clear(): void {
    this.active = [];
  }

  /** Lets the faults happen to the requests that pass. */
  public readonly middleware: RequestHandler = async (request: Request, response: Response, next: NextFunction) => {
    const fault = this.take(request);
    if (!fault) {
      next();
      return;
    }
    switch (fault.kind) {
      case 'throttle':
      case 'unavailable':
        response
          .status(fault.kind === 'throttle' ? 429 : 503)
          .set('Retry-After', String(fault.retryAfterSeconds ?? 1))
          .json({ 'odata.error': { code: '-2147429894, Microsoft.SharePoint.SPException', message: { lang: 'en-US', value: 'The server is busy. Try again later.' } } });
        return;
      case 'drop':
        if (!fault.afterwards) {
          request.socket.destroy();
          return;
        }
        response.writeHead = () => {
          request.socket.destroy();
          return response;
        };
        next();
        return;
      case 'slow':
        await sleep(fault.milliseconds ?? 1000);
        next();
    }
  };

  private take(request: Request): Fault | undefined {
    const method = (request.get('x-http-method') ?? request.method).toUpperCase();
    const index = this.active.findIndex(
      (fault) =>
        (fault.method === undefined || fault.method.toUpperCase() === method) &&
        (fault.path === undefined || expressionOf(fault.path).test(decoded(request.originalUrl))) &&
        (fault.probability === undefined || Math.random() < fault.probability)
    );
    if (index < 0) {
      return undefined;
    }
    const fault = this.active[index];
    if (fault.count !== undefined) {
      this.active = fault.count <= 1 ? this.active.filter((_, at) => at !== index) : this.active.map((other, at) => (at === index ? { ...other, count: (other.count ?? 1) - 1 } : other));
    }
    return fault;
  }
}

function expressionOf(path: string): RegExp {
  try {
    return new RegExp(path, 'i');
  } catch {
    throw new FaultProblem(`"${path}" is no regular expression.`);
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
