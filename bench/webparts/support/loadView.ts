import type { Browser } from 'playwright-core';

/** A phone or an old laptop, on what Lighthouse calls slow 4G. */
const CPU_SLOWDOWN = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
/** So long nothing may hold up the page before it counts as interactive. */
const QUIET_MILLISECONDS = 1000;
/** Where the page serves what the web part's build holds. */
const OWN_CODE = '/_workbench/webpart/';

/** What one load took, with nothing cached. */
export interface ViewLoad {
  /** The web part's own scripts as they were transferred, in kB of 1,000 bytes. */
  readonly ownKilobytes: number;
  /** Until what a person came for is painted, in milliseconds from the navigation. */
  readonly usefulPaint: number;
  /** Until no task of 50 ms or more has held up the page for a second since then: the end of the last one. */
  readonly interactive: number;
}

interface Watched {
  usefulPaint?: number;
  lastLongTask: number;
}

/**
 * Opens a page in a browser that is slowed down, with an empty cache.
 * @param useful the element that a person came for
 */
export async function loadView(browser: Browser, url: string, useful: string): Promise<ViewLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const own = new Set<string>();
    let ownBytes = 0;
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (new URL(request.url).pathname.startsWith(OWN_CODE)) {
        own.add(requestId);
      }
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      ownBytes += own.has(requestId) ? encodedDataLength : 0;
    });
    await page.addInitScript((selector) => {
      const watched: Watched = { lastLongTask: 0 };
      (window as unknown as { watched: Watched }).watched = watched;
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
          watched.lastLongTask = Math.max(watched.lastLongTask, startTime + duration);
        }
      }).observe({ type: 'longtask', buffered: true });
      new MutationObserver((_changes, observer) => {
        if (document.querySelector(selector) !== null) {
          observer.disconnect();
          // The frame in which it is drawn, and the task after it.
          requestAnimationFrame(() => setTimeout(() => (watched.usefulPaint = performance.now())));
        }
      }).observe(document, { childList: true, subtree: true, attributes: true });
    }, useful);
    await page.goto(url);
    const measured = await page.waitForFunction((quiet) => {
      const { usefulPaint, lastLongTask } = (window as unknown as { watched: Watched }).watched;
      const since = usefulPaint === undefined ? undefined : Math.max(usefulPaint, lastLongTask);
      return usefulPaint !== undefined && since !== undefined && performance.now() - since > quiet ? { usefulPaint, interactive: since } : undefined;
    }, QUIET_MILLISECONDS);
    return { ownKilobytes: ownBytes / 1000, ...(await measured.jsonValue())! };
  } finally {
    await context.close();
  }
}
