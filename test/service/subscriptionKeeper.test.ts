import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../src/service/log';
import { SubscriptionKeeper } from '../../src/service/subscriptionKeeper';
import { WebhookSecret } from '../../src/service/webhookSecret';
import { FOLLOWED_LISTS } from '../../src/site/followedLists';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

/** One subscription for each of the followed lists. */
const ONE_EACH = FOLLOWED_LISTS.map(() => 1);

describe('the keeper of subscriptions', () => {
  let site: TestSite;
  let receiver: Server;
  let keeper: SubscriptionKeeper;

  beforeEach(async () => {
    site = await provisionedSite();
    receiver = createServer((request, response) => {
      response.end(new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationtoken') ?? '');
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { subscriptions, clock, deskState } = site.desk();
    const notificationUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    keeper = new SubscriptionKeeper({ subscriptions, clock, notificationUrl, secret: new WebhookSecret(deskState), log: createLog('silent') });
  });

  afterEach(async () => {
    receiver.close();
    receiver.closeAllConnections();
    await site.stop();
  });

  const onSite = async (): Promise<string[][]> =>
    Promise.all(FOLLOWED_LISTS.map(async (list) => (await site.desk().subscriptions[list].list()).map(({ id }) => id)));

  it('makes one for each followed list and leaves them as they are', async () => {
    await keeper.run();
    const made = await onSite();
    expect(made.map((ids) => ids.length)).toEqual(ONE_EACH);
    await keeper.run();
    expect(await onSite()).toEqual(made);
    expect(FOLLOWED_LISTS.map((list) => keeper.state()[list].id)).toEqual(made.flat());
  });

  it('makes one again that was lost, and only that one', async () => {
    await keeper.run();
    const before = await onSite();
    await site.desk().subscriptions.meetings.remove(before[FOLLOWED_LISTS.indexOf('meetings')][0]);
    await keeper.run();
    const after = await onSite();
    expect(after.map((ids) => ids.length)).toEqual(ONE_EACH);
    expect(after.map(([id], index) => id === before[index][0])).toEqual(FOLLOWED_LISTS.map((list) => list !== 'meetings'));
  });

  it('renews them in time, and makes them again after they ran out', async () => {
    await keeper.run();
    const before = await onSite();
    const { expiresAt } = keeper.state().numbers;
    await site.administer('clock', { advanceBy: 'P100D' });
    await keeper.run();
    // The first answer after the clock was set tells the new time.
    await keeper.run();
    expect(await onSite()).toEqual(before);
    expect(keeper.state().numbers.expiresAt?.since(expiresAt ?? '2020-01-01T00:00:00Z').total('hours')).toBeGreaterThan(99 * 24);
    await site.administer('clock', { advanceBy: 'P200D' });
    await keeper.run();
    await keeper.run();
    expect((await onSite()).map((ids) => ids.length)).toEqual(ONE_EACH);
    expect(await onSite()).not.toEqual(before);
  });
});
