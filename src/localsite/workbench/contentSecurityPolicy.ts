/**
 * The policy of the workbench page. SharePoint enforces one for scripts: no inline script, none from
 * elsewhere (learn.microsoft.com, "Support for Content Security Policy (CSP) in SharePoint Online").
 * Ours also keeps everything else on this origin and allows no `eval`, so that a request to the
 * outside shows at once. Inline styles are allowed, as in SharePoint: Fluent UI writes style elements.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'"
].join('; ');
