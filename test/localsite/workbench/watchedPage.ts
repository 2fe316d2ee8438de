import type { Browser, Page } from 'playwright-core';

/** A page of a browser, with what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of scripts, refused requests, violations of the content security policy: one line each. */
  readonly problems: string[];
}

/** Opens an empty page that writes down every problem of the pages that are opened in it. */
export async function openWatchedPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(`console: ${message.text()}`);
    }
  });
  page.on('requestfailed', (request) => problems.push(`request: ${request.url()}`));
  await page.exposeFunction('reportViolation', (text: string) => problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { reportViolation(text: string): void }).reportViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
  return { page, problems };
}

/**
 * The problems but one: in Teams, Microsoft's SDK looks up a list of the addresses of Teams on a network of Microsoft's,
 * which the page's policy refuses. The SDK then uses the list that it carries.
 */
export function withoutTeamsList(problems: readonly string[]): string[] {
  return problems.filter((problem) => !/res\.cdn\.office\.net/.test(problem));
}
