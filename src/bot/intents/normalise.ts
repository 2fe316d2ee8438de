/**
 * A question in the form in which it is compared with the vocabulary: small letters without accents, apostrophes and
 * dashes of one kind, single spaces, no punctuation but what a document's symbol needs (`/ ( ) . -`).
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\p{Letter}\p{Number}'/().-]+/gu, ' ')
    .trim();
}

/** The words of a normalised text, without the punctuation around them. */
export function wordsOf(normalised: string): string[] {
  return normalised
    .split(/[\s/()'.]+/)
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word !== '');
}
