import * as fc from 'fast-check';
import { startConnector } from '../../support/connector';
import { addMeeting } from '../../support/meetingOnSite';
import { provisionedSite } from '../../support/provisionedSite';
import { runService } from '../../support/service';
import { checkAnswer, Exchange } from '../exchange';
import type { Received, Sent } from '../exchange';
import { FaultLog } from '../faultLog';
import { damaged, damagedValue, hostileText, hostileValue } from '../hostile';
import type { FuzzTarget } from '../target';

const PATHS = ['/api/messages', '/api/webhooks/site', '/api/webhooks/site?validationtoken=abc', '/healthz', '/readyz', '/livez', '/calendar/en.ics', '/calendar/fr/meeting-1.ics', '/', '/calendar'] as const;
const bodiesWith = (serviceUrl: string): readonly unknown[] => [
  { value: [{ subscriptionId: 'a', clientState: 'b', resource: 'c', siteUrl: '/sites/x' }] },
  { type: 'message', id: '1', channelId: 'msteams', serviceUrl, from: { id: 'a' }, recipient: { id: 'b' }, conversation: { id: 'c' }, text: 'help' },
  { type: 'invoke', name: 'adaptiveCard/action', channelId: 'msteams', serviceUrl: 'https://example.org/', value: { action: {} } },
  { type: 'invoke', name: 'adaptiveCard/action', channelId: 'msteams', serviceUrl, from: { id: 'a' }, recipient: { id: 'b' }, conversation: { id: 'c' }, value: { action: { verb: 'refresh', data: {} } } }
];
const onLine = (path: string): string => (path.startsWith('/') ? path : `/${path}`).replace(/[^\x21-\x7e]/g, (sign) => (/[\ud800-\udfff]/.test(sign) ? '%ff' : encodeURIComponent(sign)));
const header = hostileText.map((text) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 500));
const sentWith = (bodies: readonly unknown[]): fc.Arbitrary<Sent> => fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  path: fc.oneof(fc.constantFrom<string>(...PATHS), damaged(fc.constantFrom<string>(...PATHS)), fc.tuple(fc.constantFrom('/api/webhooks/site?validationtoken=', '/calendar/', '/calendar/en/'), hostileText).map((both) => both.join(''))).map(onLine),
  headers: fc.record({ 'content-type': fc.oneof({ weight: 4, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: header }), authorization: header, 'content-encoding': fc.oneof(fc.constantFrom('gzip', 'deflate', 'br'), header), accept: header, origin: header }, { requiredKeys: ['content-type'] }),
  body: fc.oneof(damagedValue(fc.constantFrom(...bodies)).map((value) => JSON.stringify(value) ?? ''), damaged(fc.constantFrom(...bodies.map((each) => JSON.stringify(each)))), hostileText, hostileValue.map((value) => JSON.stringify(value) ?? ''))
});

/** The service's addresses over HTTP: webhook, messages, calendars, health. */
export const serviceHttp: FuzzTarget = {
  name: 'serviceHttp',
  cases: 36_000,
  open: async () => {
    const faults = new FaultLog();
    const connector = await startConnector();
    const site = await provisionedSite();
    await addMeeting(site);
    const service = await runService(site, { pollSeconds: 60, tickSeconds: 60 }, { log: faults.log });
    const exchange = new Exchange(Number(new URL(service.url).port));
    /** Said on purpose: something is not ready, or the bot knows no invoke of that name, which the Bot Framework answers with 501. */
    const isMeant = ({ status, body }: Received): boolean => (status === 503 && /^$|"status"|calendar/.test(body)) || (status === 501 && body === '');
    return {
      property: fc.asyncProperty(fc.array(sentWith(bodiesWith(connector.serviceUrl)), { minLength: 1, maxLength: 3 }), async (requests) => {
        const answers = await Promise.all(requests.map((each) => exchange.send(each)));
        faults.check();
        connector.sent.length = 0;
        answers.forEach((answer) => checkAnswer(answer, isMeant));
      }),
      close: async () => {
        exchange.close();
        await service.stop();
        await site.stop();
        await connector.stop();
      }
    };
  }
};
