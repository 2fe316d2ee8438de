import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { connectFromNode } from '../../src/service/siteConnection';
import { eventually } from '../support/eventually';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const LISTS = ['contributions', 'meetings', 'decisions', 'numbers', 'languageRequests'];
const each = (state: string): Record<string, string> => Object.fromEntries(LISTS.map((list) => [list, state]));

interface Answer {
  readonly code: number;
  readonly status: string;
  readonly subscriptions: Record<string, string>;
}

async function readiness({ url }: TestService): Promise<Answer> {
  const response = await fetch(`${url}/readyz`);
  return { code: response.status, ...((await response.json()) as Omit<Answer, 'code'>) };
}

const liveness = async ({ url }: TestService): Promise<number> => (await fetch(`${url}/livez`)).status;

/** Something between the service and its site that holds requests back. */
class Gate {
  public waiting = 0;
  private opened: Promise<void> = Promise.resolve();
  public open: () => void = () => undefined;

  public close(): void {
    this.opened = new Promise((resolve) => (this.open = resolve));
  }

  /** The same site with this gate before it. */
  public before(site: TestSite): TestSite {
    const hold: TimelinePipe<Queryable> = (instance) => {
      const [send] = instance.on.send.toArray();
      instance.on.send.replace(async (url, init) => {
        this.waiting += 1;
        await this.opened;
        this.waiting -= 1;
        return send.call(instance, url, init);
      });
      return instance;
    };
    return { ...site, connect: () => connectFromNode({ siteUrl: site.url, headers: { 'X-Local-User': 'service@example.org' } }, hold) };
  }
}

describe('whether the service is ready', () => {
  let site: TestSite;
  let service: TestService;

  beforeEach(async () => {
    site = await provisionedSite();
  });

  afterEach(async () => {
    await service.stop();
    await site.stop();
  });

  it('is answered with yes once the configuration is read and each list has its subscription', async () => {
    service = await runService(site);
    expect(await eventually(async () => {
      const answer = await readiness(service);
      expect(answer.code).toBe(200);
      return answer;
    })).toEqual({ code: 200, status: 'ready', subscriptions: each('subscribed') });
  });

  it('does not hang on subscriptions, which the site makes only after it was answered', async () => {
    service = await runService(site, { publicUrl: 'http://127.0.0.1:9' });
    await eventually(async () => expect(await readiness(service)).toEqual({ code: 200, status: 'ready', subscriptions: each('polled') }));
  });

  it('is answered with no while it starts', async () => {
    const gate = new Gate();
    gate.close();
    service = await runService(gate.before(site));
    expect(await readiness(service)).toEqual({ code: 503, status: 'starting', subscriptions: each('unknown') });
    expect(await liveness(service)).toBe(200);
    gate.open();
    await eventually(async () => expect((await readiness(service)).status).toBe('ready'));
  });

  it('is answered with no while the site cannot be read, and with yes when it can again; the process lives all the time', async () => {
    service = await runService(site);
    await eventually(async () => expect((await readiness(service)).status).toBe('ready'));
    await site.administer('faults', { kind: 'unavailable' });
    await eventually(async () => expect(await readiness(service)).toMatchObject({ code: 503, status: 'siteUnavailable' }), 120_000);
    expect(await liveness(service)).toBe(200);
    await fetch(new URL('/_local/faults', site.url), { method: 'DELETE' });
    await eventually(async () => expect(await readiness(service)).toMatchObject({ code: 200, status: 'ready' }), 120_000);
  });

  it('is answered with no while it stops, so that nothing more is sent to it', async () => {
    const gate = new Gate();
    service = await runService(gate.before(site));
    await eventually(async () => expect((await readiness(service)).status).toBe('ready'));
    gate.close();
    await eventually(() => expect(gate.waiting).toBeGreaterThan(0));
    const stopped = service.stop();
    expect(await readiness(service)).toMatchObject({ code: 503, status: 'stopping' });
    gate.open();
    await stopped;
  });
});
