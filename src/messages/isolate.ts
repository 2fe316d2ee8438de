/**
 * A text from outside, for use within a sentence of any language: its direction does not touch what stands around it.
 * Source: Unicode Standard Annex 9, first strong isolate.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
