import { Temporal } from 'temporal-polyfill';
import { FiledEvidence } from '../../../src/service/jobs/filedEvidence';
import { WebhookSecret } from '../../../src/service/webhookSecret';
import { provisionedSite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';

const [early, late] = ['2020-08-10T07:00:00Z', '2020-08-10T08:00:00Z'].map((text) => Temporal.Instant.from(text));

describe('what several services keep on the site', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await provisionedSite();
  });
  afterAll(() => site.stop());

  const evidence = (): FiledEvidence => new FiledEvidence(site.desk().deskState);

  it('is what the log says of a document, for whichever of them checks it, until it has arrived', async () => {
    const [planner, worker] = [evidence(), evidence()];
    expect(await worker.of(7)).toBeUndefined();
    await planner.file(7, { enteredAt: late, lastChangedAt: late });
    // A later page of the log makes an arrival no later, and an earlier one read again makes no change older.
    await planner.file(7, { enteredAt: late, lastChangedAt: early });
    await planner.file(7, { enteredAt: early });
    expect(JSON.stringify(await worker.of(7))).toBe(JSON.stringify({ enteredAt: early, lastChangedAt: late }));
    await worker.remove(7);
    await worker.remove(7);
    expect(await evidence().of(7)).toBeUndefined();
    // The planner remembers a row that another service removed.
    await planner.file(7, { lastChangedAt: late });
    expect(JSON.stringify(await worker.of(7))).toBe(JSON.stringify({ lastChangedAt: late }));
  });

  it('is stored again by one who remembers the row that another removed', async () => {
    const [one, other] = [site.desk().deskState, site.desk().deskState];
    await one.set('a key', 'first');
    await other.remove('a key');
    await one.set('a key', 'second');
    expect((await other.get('a key'))?.value).toBe('second');
  });

  it('is one secret for the notifications, though all of them start at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 4 }, () => new WebhookSecret(site.desk().deskState).ensure()));
    expect(new Set(secrets).size).toBe(1);
  });
});
