import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import type { Router } from 'express';
import * as v from 'valibot';

/** What SharePoint posts when a list has changed: that it has, and nothing about what. */
const notificationSchema = v.object({ value: v.array(v.object({ clientState: v.nullish(v.string()) })) });

/** Where below the service's public address the site posts its notifications. */
export const WEBHOOK_PATH = '/api/webhooks/site';

/** A validation token is short; anything longer did not come from SharePoint. */
const LONGEST_TOKEN = 512;

/** What the webhook needs of the service. */
export interface WebhookParts {
  /** The secret that the subscription carries; undefined before there is one. */
  clientState(): string | undefined;
  /** Called for a notification with the right secret; must not take long. */
  wake(): void;
}

/**
 * The address that the site notifies. A request with `validationtoken` is the handshake of a new subscription, which
 * wants the token back as plain text within five seconds. Any other is answered at once, whatever it says; what
 * changed is then asked of the site, because the notification's own content proves nothing.
 * Source: SharePoint documentation, "Overview of SharePoint webhooks".
 */
export function webhookRouter({ clientState, wake }: WebhookParts): Router {
  const router = express.Router();
  router.post('/', express.json({ limit: '256kb' }), (request, response) => {
    const token = request.query.validationtoken;
    if (typeof token === 'string') {
      response.status(token.length > LONGEST_TOKEN ? 400 : 200).type('text/plain').set('X-Content-Type-Options', 'nosniff');
      response.send(token.length > LONGEST_TOKEN ? '' : token);
      return;
    }
    response.status(200).end();
    const secret = clientState();
    const notification = v.safeParse(notificationSchema, request.body);
    if (secret !== undefined && notification.success && notification.output.value.some((each) => sameSecret(each.clientState ?? '', secret))) {
      wake();
    }
  });
  return router;
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
