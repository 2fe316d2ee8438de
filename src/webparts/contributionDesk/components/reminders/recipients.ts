import type { PlannedReminder } from '../../../../rules/reminderPlan';
import { isSubscribed } from '../../../../rules/subscription';
import type { SubscriberList } from '../../../../site/subscriberOverview';

/** To how many a reminder goes. */
export interface Recipients {
  readonly channels: number;
  readonly mails: number;
  readonly people: number;
}

/** Who gets a reminder as things stand: those who are active and want one of its deadlines. */
export function recipientsOf({ deadlines }: Pick<PlannedReminder, 'deadlines'>, { channels, people }: SubscriberList): Recipients {
  const wants = (subscription: { readonly kinds: readonly string[] }): boolean => deadlines.some(({ kind }) => isSubscribed(subscription, kind));
  const active = channels.filter((channel) => channel.status === 'active' && wants(channel));
  const mails = active.filter(({ isMail }) => isMail).length;
  return { channels: active.length - mails, mails, people: people.filter(wants).length };
}
