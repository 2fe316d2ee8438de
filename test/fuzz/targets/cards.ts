import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { answersConsent, BOT, installs, invokesExtension, says, sendsFiles, startConnector } from '../../support/connector';
import type { Place } from '../../support/connector';
import { form, put } from '../../support/library';
import { addMeeting } from '../../support/meetingOnSite';
import { provisionedSite } from '../../support/provisionedSite';
import { runService } from '../../support/service';
import { cardData } from '../cardData';
import { FaultLog } from '../faultLog';
import { damaged, damagedValue, hostileText, hostileValue } from '../hostile';
import { Renewed } from '../renewed';
import type { FuzzTarget } from '../target';

const place = fc.constantFrom<Place>('personal', 'channel', 'groupChat');
const data = damagedValue(cardData);
const verb = fc.oneof({ weight: 8, arbitrary: fc.constantFrom('refresh', 'completeContribution', 'submitFile', 'subscribe', 'confirmWish') }, { weight: 1, arbitrary: hostileText });
const more = fc.record({ locale: fc.oneof(fc.constantFrom('fr-FR', 'ar-SA'), hostileText), localTimezone: fc.oneof(fc.constant('Africa/Nairobi'), hostileText), replyToId: fc.constantFrom('activity-1', 'activity-2') }, { requiredKeys: [] });
const query = damagedValue(fc.constant({ commandId: 'search', parameters: [{ name: 'text', value: 'connectivity' }], queryOptions: { skip: 0, count: 25 } }));
const link = fc.record({ url: fc.oneof(damaged(fc.constantFrom('http://localhost/sites/tdag-wg-sop/Contributions/a.docx', 'https://example.org/desk?contribution=1')), hostileText) });
const task = damagedValue(fc.constant({ commandId: 'aboutDocument', data: { document: '1' }, messagePayload: { body: { contentType: 'html', content: '<div>TDAG-WG-SOP/1</div>' } } }));
const attachment = damagedValue(fc.constant({ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.docx', content: { downloadUrl: 'http://127.0.0.1:9/a', uniqueId: '1', fileType: 'docx' } }));

const activity: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(place, verb, data, more).map(([where, name, value, extra]) => ({ ...says(where, ''), ...extra, text: undefined, type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: name, data: value } } })) },
  { weight: 5, arbitrary: fc.tuple(place, data, more).map(([where, value, extra]) => says(where, '', { ...extra, value })) },
  { weight: 3, arbitrary: fc.tuple(place, damaged(fc.constantFrom('When is the next deadline?', 'Où en est le document 1 ?', 'We want French interpretation', 'new')), more).map(([where, text, extra]) => says(where, text, extra)) },
  { weight: 1, arbitrary: fc.tuple(place, hostileText, more).map(([where, text, extra]) => says(where, text, extra)) },
  { weight: 1, arbitrary: fc.tuple(place, fc.array(attachment, { maxLength: 2 }), more).map(([where, attachments, extra]) => ({ ...sendsFiles([], extra, where), attachments })) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('query' as const), query, place, more).map(([name, value, where, extra]) => invokesExtension(name, value, where, extra)) },
  { weight: 1, arbitrary: fc.tuple(link, place, more).map(([value, where, extra]) => invokesExtension('queryLink', value, where, extra)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('fetchTask' as const, 'submitAction' as const), task, place, more).map(([name, value, where, extra]) => invokesExtension(name, value, where, extra)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('accept' as const, 'decline' as const), hostileValue).map(([action, context]) => answersConsent(action, context, 'http://127.0.0.1:9/up')) },
  { weight: 1, arbitrary: fc.tuple(place, fc.nat({ max: 1 })).map(([where, index]) => installs(where)[index]) }
);

/** People, and whoever else can send what they send, at the bot: a real service over a real site, answers over HTTP. */
export const cards: FuzzTarget = {
  name: 'cards',
  cases: 14_000,
  open: async () => {
    const faults = new FaultLog();
    const places = new Renewed(3000, async () => {
      const connector = await startConnector();
      connector.signIn('delegate.ke@example.org');
      const site = await provisionedSite();
      const { id } = await addMeeting(site);
      await put(site, 'a.docx', form(id));
      const service = await runService(site, { pollSeconds: 60, tickSeconds: 60, fileHosts: ['http://127.0.0.1:9'] }, { log: faults.log });
      return {
        connector,
        service,
        stop: async () => {
          await service.stop();
          await site.stop();
          await connector.stop();
        }
      };
    });
    await places.use();
    return {
      property: fc.asyncProperty(activity, async (sent) => {
        const { connector, service } = await places.use();
        const status = await connector.post(service.messagesUrl, { recipient: BOT, ...sent });
        faults.check();
        // 501 is the protocol's word for an invoke that is none of the bot's.
        assert(status < 500 || (status === 501 && sent.type === 'invoke'), `Answered ${status}`);
        for (const { activity: answer } of [...connector.sent.splice(0), ...connector.updated.splice(0)]) {
          assert(JSON.stringify(answer).length < 100_000, 'Larger than Teams takes.');
        }
      }),
      close: () => places.stop()
    };
  }
};
