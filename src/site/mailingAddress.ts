import * as v from 'valibot';

/** What the key of a mailing address begins with in the list of channels. */
const SCHEME = 'mailto:';

/** The key also stands in the keys of what was sent, which have at most 255 characters. */
const LONGEST_ADDRESS = 160;

const addressSchema = v.pipe(v.string(), v.trim(), v.rfcEmail(), v.maxLength(LONGEST_ADDRESS));
const referenceSchema = v.pipe(v.string(), v.parseJson(), v.object({ mail: addressSchema }));

/** What the list of channels holds of a subscription. */
export interface MailingRow {
  readonly conversationKey: string;
  readonly reference: string;
}

/** Whether a key of the list of channels is that of a mailing address, and not of a conversation in Teams. */
export function isMailingKey(key: string): boolean {
  return key.toLowerCase().startsWith(SCHEME);
}

/** The key of a mailing address, e.g. `mailto:list@example.org`; the same however the address is written. */
export function mailingKey(address: string): string {
  return `${SCHEME}${address.toLowerCase()}`;
}

/** An e-mail address as somebody typed it. @returns undefined when the text is none */
export function readMailAddress(text: string): string | undefined {
  const result = v.safeParse(addressSchema, text);
  return result.success ? result.output : undefined;
}

/** What is kept beside the key: the address as it was written. */
export function storeMailAddress(address: string): string {
  return JSON.stringify({ mail: address });
}

/**
 * The address of a subscription. A row that was entered by hand may leave the reference empty; the address then is
 * the one in its key.
 * @returns undefined when there is none, or the reference names another one than the key
 */
export function mailingAddressOf({ conversationKey, reference }: MailingRow): string | undefined {
  const keyed = isMailingKey(conversationKey) ? readMailAddress(conversationKey.slice(SCHEME.length)) : undefined;
  if (keyed === undefined || reference.trim() === '') {
    return keyed;
  }
  const stored = v.safeParse(referenceSchema, reference);
  return stored.success && mailingKey(stored.output.mail) === mailingKey(keyed) ? stored.output.mail : undefined;
}
