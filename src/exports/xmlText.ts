// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A text without what XML cannot hold, which would make an Office file unreadable. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, '');
}
