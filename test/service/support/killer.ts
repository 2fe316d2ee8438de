import type { Passage, RelayGates } from './killingRelay';
import { WORKER_HEADER } from './killingRelay';
import { writeOf } from './ledgerWrites';
import type { Gap } from './ledgerWrites';
import type { WorkerProcess } from './workerProcess';

/** When a worker is to be killed. */
export interface KillPlan {
  readonly victim: WorkerProcess;
  /** Where; anywhere without it. */
  readonly gap?: Gap;
  /** At the first such place, the second, ... */
  readonly nth: number;
  /** So long afterwards, in milliseconds, and what passes goes on; at once without it. */
  readonly later?: number;
}

/** What a killed worker had in hand when it was killed. */
interface Left {
  /** What was written of it as being sent: keys of new items and ids of others. */
  readonly sending: ReadonlySet<string>;
  /** Ids of items of which the end was recorded. */
  readonly recorded: ReadonlySet<string>;
}

/** Sees each step that workers take at the site and at the connector, and kills one of them at a planned step. */
export class Killer {
  /** How often a worker was killed at once, by the step and the side of it. */
  public readonly hits = new Map<string, number>();
  public readonly left: Left[] = [];
  private plan?: KillPlan & { seen: number };
  private hand = new Map<string, { readonly sending: Set<string>; readonly recorded: Set<string> }>();
  private dying?: Promise<void>;
  private timer?: NodeJS.Timeout;

  /** @param dateShift by how many seconds workers are told another time than the site's */
  public constructor(private readonly dateShift: () => number) {}

  /** A new look begins, in which a worker is perhaps killed. */
  public arm(plan?: KillPlan): void {
    this.plan = plan === undefined ? undefined : { ...plan, seen: 0 };
    this.hand = new Map();
    this.dying = undefined;
  }

  /** The look is over. @returns whether a worker was killed in it */
  public async disarm(): Promise<boolean> {
    const { plan } = this;
    clearTimeout(this.timer);
    this.plan = undefined;
    await this.dying;
    const hand = plan === undefined ? undefined : this.hand.get(plan.victim.name);
    if (this.dying !== undefined && hand !== undefined) {
      this.left.push(hand);
    }
    return this.dying !== undefined;
  }

  /** For what passes to the site. */
  public readonly site: RelayGates = {
    before: async (request) => this.before(workerOf(request), writeOf(request.body), `${request.path}\n${request.body}`),
    after: async (request) => this.after(workerOf(request), writeOf(request.body), `${request.path}\n${request.body}`),
    date: (header) => new Date(Date.parse(header) + this.dateShift() * 1000).toUTCString()
  };

  /** For what passes to the connector. */
  public readonly connector: RelayGates = {
    before: async (request) => this.before(senderOf(request), request.method === 'POST' ? 'post' : 'other'),
    after: async (request) => this.after(senderOf(request), request.method === 'POST' ? 'post' : 'other')
  };

  private async before(worker: string, step: Gap['step'], text = ''): Promise<boolean> {
    const goesOn = await this.pass(worker, { step, side: 'before' });
    if (goesOn && step === 'send') {
      // A new item has its key in the request, an item that was claimed only its id in the address.
      keysIn(text).concat(idsIn(text)).forEach((each) => this.handOf(worker).sending.add(each));
    }
    return goesOn;
  }

  private async after(worker: string, step: Gap['step'], text = ''): Promise<boolean> {
    if (step === 'record') {
      idsIn(text).forEach((id) => this.handOf(worker).recorded.add(id));
    }
    return this.pass(worker, { step, side: 'after' });
  }

  private handOf(worker: string): { readonly sending: Set<string>; readonly recorded: Set<string> } {
    const hand = this.hand.get(worker) ?? { sending: new Set<string>(), recorded: new Set<string>() };
    this.hand.set(worker, hand);
    return hand;
  }

  /** @returns false when the worker was killed here */
  private async pass(worker: string, { step, side }: Gap): Promise<boolean> {
    const { plan } = this;
    if (plan === undefined || plan.victim.name !== worker || plan.victim.isDead || (plan.gap !== undefined && (plan.gap.step !== step || plan.gap.side !== side))) {
      return true;
    }
    plan.seen += 1;
    if (plan.seen !== plan.nth) {
      return true;
    }
    const kill = (): void => {
      this.dying = plan.victim.isDead ? this.dying : plan.victim.kill();
    };
    if (plan.later !== undefined) {
      this.timer = setTimeout(kill, plan.later);
      return true;
    }
    kill();
    const name = `${step}, ${side}`;
    this.hits.set(name, (this.hits.get(name) ?? 0) + 1);
    await this.dying;
    return false;
  }
}

function workerOf({ headers }: Passage): string {
  return String(headers[WORKER_HEADER]);
}

/** The worker that posts says so in the place of the card's summary. */
function senderOf({ body }: Passage): string {
  const summary = (JSON.parse(body === '' ? '{}' : body) as { readonly summary?: string }).summary;
  return summary?.startsWith('{') === true ? (JSON.parse(summary) as { readonly worker: string }).worker : '';
}

function keysIn(text: string): string[] {
  return [...text.matchAll(/"ReminderKey":"([^"]+)"/g)].map(([, key]) => key);
}

/** From the addresses of items: that of the request, or those within a batch. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/items\((\d+)\)/gi)].map(([, id]) => id);
}
