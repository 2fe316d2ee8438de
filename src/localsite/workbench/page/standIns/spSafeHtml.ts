/* Stands in for `@msinternal/sp-safehtml`. Only web parts with server-processed HTML use it; ours has none. */

export const SafeHtml = {
  /** Keeps the text and drops every tag, which is safe whatever comes in. */
  clean: (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '',
  isSafeLinkProtocol: (url: string): boolean => ['http:', 'https:', 'mailto:'].includes(new URL(url, window.location.href).protocol)
};
