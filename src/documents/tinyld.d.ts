/**
 * The part of `tinyld/light` that is used. The package declares its types only in its `exports`, which the module
 * resolution of the SPFx compiler does not read.
 */
declare module 'tinyld/light' {
  /** Languages of a text as ISO 639-1 codes with an accuracy from 0 to 1, the likeliest first. */
  export function detectAll(text: string): { lang: string; accuracy: number }[];
}
