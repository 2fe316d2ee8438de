import * as v from 'valibot';

const text = v.nullish(v.string());
const account = v.nullish(v.looseObject({ id: text, aadObjectId: text, name: text }));

const activity = v.looseObject({
  type: v.string(),
  id: text,
  replyToId: text,
  name: text,
  text,
  locale: text,
  from: account,
  recipient: account,
  conversation: v.nullish(v.looseObject({ id: v.string(), conversationType: text, tenantId: text }))
});

const cardAction = v.looseObject({ value: v.looseObject({ action: v.looseObject({}) }) });

/**
 * Whether something has the shape of an activity, as far as it is looked at before any answer: the Bot Framework's adapter
 * would answer anything else as a failure of the bot's.
 * Source: the schema of activities of the Bot Framework.
 */
export function isActivity(body: unknown): boolean {
  const read = v.safeParse(activity, body);
  return read.success && (read.output.name !== 'adaptiveCard/action' || v.is(cardAction, body));
}
