/** What a card shows of one text at most, in characters; a title or a name longer than that is cut with an ellipsis. */
const LONGEST_TEXT = 300;

/** Characters that are not shown or that reorder what follows: controls, bidirectional overrides and isolates, zero-width signs. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/**
 * A text that somebody else wrote (a title, a name, a file's name) as it may stand in a card's text run or button.
 *
 * Text runs and buttons are not read as Markdown (Teams documentation, "Format cards in Teams": Markdown is read in
 * text blocks and facts only), so nothing is escaped there; this takes away what could still mislead: characters
 * that are not shown, line breaks, the `{{DATE(...)}}` functions of Adaptive Cards, and endless length.
 */
export function plainText(text: string, longest: number = LONGEST_TEXT): string {
  const visible = text.replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim().replace(/\{\{/g, '{ {');
  const characters = Array.from(visible);
  return characters.length <= longest ? visible : `${characters.slice(0, longest - 1).join('').trimEnd()}…`;
}
