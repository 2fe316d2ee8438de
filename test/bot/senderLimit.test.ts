import { executes, says, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

/** A minute's worth. */
const MOST = 10;

describe('somebody who sends a lot', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;

  beforeEach(async () => {
    site = await provisionedSite();
    connector = await startConnector();
    service = await runService(site, { activitiesPerMinute: MOST });
  });

  afterEach(async () => {
    await service.stop();
    await connector.stop();
    await site.stop();
  });

  it('is told once to wait a minute, and keeps nobody else from an answer', async () => {
    const from = (id: string): Record<string, unknown> => ({ from: { id: `29:${id}`, aadObjectId: id, name: 'A person' } });
    // Events without an answer, as many as fit into the minute.
    for (let count = 0; count < MOST; count += 1) {
      await connector.post(service.messagesUrl, says('personal', '', { type: 'event', name: 'nothing', ...from('busy') }));
    }
    for (let count = 0; count < 3; count += 1) {
      expect(await connector.post(service.messagesUrl, says('personal', 'help', { locale: 'fr-FR', ...from('busy') }))).toBe(200);
    }
    expect(connector.sent.map(({ activity }) => activity.summary ?? '')).toEqual([expect.stringMatching(/^Vous m’avez envoyé beaucoup/)]);
    expect(await connector.post(service.messagesUrl, { ...executes({ verb: 'refresh', data: {} }, {}), ...from('busy') })).toBe(429);
    await connector.post(service.messagesUrl, says('personal', 'help', from('other')));
    expect(connector.sent).toHaveLength(2);
  });
});
