/**
 * A question in the form in which it is compared with the vocabulary: small letters without accents, apostrophes and
 * dashes of one kind, single spaces, no punctuation but what a document's symbol needs (`/ ( ) . -`).
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    // Not \p{Diacritic}: releases of Unicode differ in whether the Arabic hamza above a letter is one.
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\u0629/g, '\u0647')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\p{Letter}\p{Number}'/().-]+/gu, ' ')
    .trim();
}
