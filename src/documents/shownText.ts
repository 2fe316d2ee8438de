/** Characters that are not seen or that change the order of others: controls, zero-width and bidirectional ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text out of an untrusted document, fit to stand inside a sentence: on one line, nothing invisible in it,
 * at most `length` characters with an ellipsis for the rest.
 */
export function shownText(text: string, length = 80): string {
  const clean = text.slice(0, length * 4).replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
  const characters = Array.from(clean);
  return characters.length <= length ? clean : `${characters.slice(0, length - 1).join('')}…`;
}
