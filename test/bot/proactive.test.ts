import { helpCard } from '../../src/bot/cards/helpCard';
import type { PostingPlace } from '../../src/bot/conversation';
import { translatorFor } from '../../src/messages/allMessages';
import { createBotAdapter } from '../../src/service/botAdapter';
import { createLog } from '../../src/service/log';
import { PostingLimits } from '../../src/service/postingLimits';
import { BOT, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';

const card = helpCard('asked', 'The group', 'https://example.org/desk', translatorFor('en'));
const adapter = createBotAdapter(undefined, 'https://example.org/desk', createLog('silent'), new PostingLimits(30));

describe('a post by the bot’s own accord', () => {
  let connector: Connector;
  let place: PostingPlace;

  beforeEach(async () => {
    connector = await startConnector();
    place = {
      key: '19:general@thread.tacv2',
      reference: {
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        bot: BOT,
        conversation: { id: '19:general@thread.tacv2', isGroup: true, conversationType: 'channel', name: '' }
      }
    };
  });

  afterEach(() => connector.stop());

  it('arrives in the conversation as a card with a summary, and tells its id', async () => {
    expect(await adapter.post(place, card)).toEqual({ kind: 'posted', activityId: 'activity-1' });
    expect(connector.sent).toHaveLength(1);
    expect(connector.sent[0].conversationId).toBe(place.key);
    expect(connector.sent[0].activity).toMatchObject({
      type: 'message',
      summary: card.summary,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }]
    });
    expect(connector.sent[0].activity.text ?? '').toBe('');
  });

  it.each([403, 404])('finds the conversation gone when Teams answers %d', async (status) => {
    connector.refuse({ status });
    expect(await adapter.post(place, card)).toEqual({ kind: 'gone', status });
  });

  it.each([412, 502, 503, 504])('may be sent again later when Teams answers %d', async (status) => {
    connector.refuse({ status });
    expect(await adapter.post(place, card)).toEqual({ kind: 'later', status });
    expect(connector.attempts()).toBe(1);
  });

  it('tells the pause that Teams asks for', async () => {
    connector.refuse({ status: 429, headers: { 'Retry-After': '17' } });
    expect(await adapter.post(place, card)).toEqual({ kind: 'later', status: 429, retryAfterSeconds: 17 });
    expect(connector.attempts()).toBe(1);
  });

  it('is refused for good when Teams finds it wrong', async () => {
    connector.refuse({ status: 400 });
    expect(await adapter.post(place, card)).toEqual({ kind: 'refused', status: 400 });
  });

  it('is not known to have arrived when Teams fails', async () => {
    connector.refuse({ status: 500 });
    expect(await adapter.post(place, card)).toMatchObject({ kind: 'unknown' });
    expect(connector.attempts()).toBe(1);
  });

  it('is not sent twice when the answer is lost', async () => {
    connector.cutNext();
    expect(await adapter.post(place, card)).toMatchObject({ kind: 'unknown' });
    expect(connector.sent).toHaveLength(1);
  });

  it('goes out on a connection of its own, not on one that may be closing', async () => {
    await adapter.post(place, card);
    await adapter.post(place, card);
    expect(connector.connections()).toBe(2);
  });
});
