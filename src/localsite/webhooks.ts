import { randomUUID } from 'node:crypto';
import { problems } from './problem';
import type { SiteStore } from './store/siteStore';
import type { Subscription } from './store/subscriptions';

/** How webhooks are told of changes. */
export interface NotificationPolicy {
  /** Changes within this time are told together. */
  readonly delayMilliseconds: number;
  /** Time between attempts; SharePoint waits five minutes. */
  readonly retryMilliseconds: number;
  /** Attempts after the first one; SharePoint makes five, then the notification is lost. */
  readonly retries: number;
}

/** SharePoint's time limit for an answer. */
const ANSWER_WITHIN = 5000;

/** Tells the webhooks of a site that a list has changed, as SharePoint does ("Overview of SharePoint webhooks"). */
export class WebhookNotifier {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly attempts = new Map<string, number>();
  private running: Promise<void> = Promise.resolve();

  public constructor(
    private readonly site: SiteStore,
    private readonly policy: NotificationPolicy
  ) {
    site.subscriptions.onPending(() => this.schedule(policy.delayMilliseconds));
    this.schedule(policy.delayMilliseconds);
  }

  /** Tells nobody any more. What is pending is told after the next start. */
  public async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(milliseconds: number): void {
    if (this.timer || this.stopped) {
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.running = this.notifyAll();
    }, milliseconds);
    this.timer.unref();
  }

  private async notifyAll(): Promise<void> {
    const { subscriptions, clock } = this.site;
    subscriptions.deleteExpired(clock.stamp());
    const byUrl = new Map<string, ReturnType<typeof subscriptions.pending>>();
    for (const pending of subscriptions.pending()) {
      const { notificationUrl } = pending.subscription;
      byUrl.set(notificationUrl, [...(byUrl.get(notificationUrl) ?? []), pending]);
    }
    const told = await Promise.all(
      [...byUrl].map(async ([url, pending]) => {
        const delivered = await this.post(url, pending.map(({ subscription }) => subscription));
        for (const { subscription, count } of pending) {
          const attempt = (this.attempts.get(subscription.id) ?? 0) + 1;
          if (delivered || attempt > this.policy.retries) {
            subscriptions.settle(subscription.id, count);
            this.attempts.delete(subscription.id);
          } else {
            this.attempts.set(subscription.id, attempt);
          }
        }
        return delivered;
      })
    );
    if (!this.stopped && subscriptions.pending().length > 0) {
      this.schedule(told.every(Boolean) ? this.policy.delayMilliseconds : this.policy.retryMilliseconds);
    }
  }

  private async post(url: string, subscriptions: readonly Subscription[]): Promise<boolean> {
    const { tenantId, webId } = this.site.identity;
    const value = subscriptions.map(({ id, clientState, expires, listId }) => ({
      subscriptionId: id,
      clientState: clientState ?? null,
      expirationDateTime: expires,
      resource: listId,
      tenantId,
      siteUrl: this.site.path,
      webId
    }));
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ value }),
        signal: AbortSignal.timeout(ANSWER_WITHIN)
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}

/**
 * Confirms that someone at an address wants the notifications: they must send a word back.
 * @throws SharePointProblem 400
 */
export async function validateWebhook(url: string): Promise<void> {
  const token = randomUUID();
  const asked = new URL(url);
  asked.searchParams.set('validationtoken', token);
  let answer: string;
  try {
    const response = await fetch(asked, { method: 'POST', signal: AbortSignal.timeout(ANSWER_WITHIN) });
    answer = response.ok ? (await response.text()).trim() : `status ${response.status}`;
  } catch {
    throw problems.webhookValidation(`${url} did not answer within 5 seconds.`);
  }
  if (answer !== token) {
    throw problems.webhookValidation(`${url} did not send the validation token back.`);
  }
}
