import { Temporal } from 'temporal-polyfill';
import { toStamp } from '../clock';
import type { Segment } from '../odata/segments';
import { guidArgument } from '../odata/segments';
import { problems } from '../problem';
import type { List } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import type { Subscription } from '../store/subscriptions';
import type { Answer, Call, Resource } from './call';
import { NO_CONTENT, demand } from './call';

/** A webhook lives this long at most ("Overview of SharePoint webhooks"). */
const LONGEST_LIFE_DAYS = 180;

/** The webhooks of a list (`.../subscriptions`); unlike other resources they are plain JSON with small letters. */
export function subscriptionsResource(list: List, segment: Segment): Resource {
  if (segment.args.length > 0) {
    return subscriptionResource(list, guidArgument(segment));
  }
  return {
    get(call) {
      demand(call, list, PERMISSION.manageLists);
      call.site.subscriptions.deleteExpired(call.site.clock.stamp());
      return answer(call, call.site.subscriptions.ofList(list.id).map(shown));
    },
    child: (next) => (next.name === 'getbyid' ? subscriptionResource(list, guidArgument(next)) : undefined),
    async post(call) {
      demand(call, list, PERMISSION.manageLists);
      const { notificationUrl, clientState, expirationDateTime } = await call.json();
      const url = checkedUrl(notificationUrl);
      const expires = checkedExpiration(expirationDateTime, call);
      await call.validateWebhook(url);
      const subscription = call.site.subscriptions.add({ listId: list.id, notificationUrl: url, ...(typeof clientState === 'string' && { clientState }), expires });
      return { ...answer(call, shown(subscription)), status: 201 };
    }
  };
}

function subscriptionResource(list: List, id: string): Resource {
  const find = (call: Call): Subscription => {
    demand(call, list, PERMISSION.manageLists);
    call.site.subscriptions.deleteExpired(call.site.clock.stamp());
    const subscription = call.site.subscriptions.ofList(list.id).find((candidate) => candidate.id === id);
    if (!subscription) {
      throw problems.noSubscription();
    }
    return subscription;
  };
  return {
    get: (call) => answer(call, shown(find(call))),
    async merge(call) {
      const subscription = find(call);
      const { notificationUrl, clientState, expirationDateTime } = await call.json();
      const url = notificationUrl === undefined ? subscription.notificationUrl : checkedUrl(notificationUrl);
      if (url !== subscription.notificationUrl) {
        await call.validateWebhook(url);
      }
      call.site.subscriptions.update({
        ...subscription,
        notificationUrl: url,
        ...(typeof clientState === 'string' && { clientState }),
        ...(expirationDateTime !== undefined && { expires: checkedExpiration(expirationDateTime, call) })
      });
      return NO_CONTENT;
    },
    delete(call) {
      call.site.subscriptions.delete(find(call).id);
      return NO_CONTENT;
    }
  };
}

function shown(subscription: Subscription): Record<string, unknown> {
  return {
    clientState: subscription.clientState ?? null,
    expirationDateTime: subscription.expires,
    id: subscription.id,
    notificationUrl: subscription.notificationUrl,
    resource: subscription.listId,
    resourceData: null,
    scenarios: null
  };
}

function answer(call: Call, content: unknown): Answer {
  const metadata = call.level === 'minimal' ? { 'odata.metadata': `${call.webUrl}/_api/$metadata#SP.ApiData.Subscriptions${Array.isArray(content) ? '' : '/@Element'}` } : {};
  return { status: 200, json: Array.isArray(content) ? { ...metadata, value: content } : { ...metadata, ...(content as object) } };
}

function checkedUrl(sent: unknown): string {
  const url = typeof sent === 'string' && URL.canParse(sent) ? new URL(sent) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw problems.webhookValidation('It is no web address.');
  }
  return url.toString();
}

function checkedExpiration(sent: unknown, call: Call): string {
  let instant: Temporal.Instant;
  try {
    instant = Temporal.Instant.from(String(sent));
  } catch {
    throw problems.webhookExpiration();
  }
  const now = call.site.clock.now();
  const latest = now.toZonedDateTimeISO('UTC').add({ days: LONGEST_LIFE_DAYS }).toInstant();
  if (Temporal.Instant.compare(instant, now) <= 0 || Temporal.Instant.compare(instant, latest) > 0) {
    throw problems.webhookExpiration();
  }
  return toStamp(instant);
}
