import type { Browser, BrowserContext } from 'playwright-core';

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

interface Taken {
  readonly key: string;
  readonly context: BrowserContext;
}

/**
 * The contexts of a browser, each of one person at a time and used again when that one is done: it keeps nothing of the person, but
 * the scripts that it has loaded, which takes the most of opening a page.
 */
export class BrowserContexts {
  private taken: Taken[] = [];
  private readonly free = new Map<string, BrowserContext[]>();

  public constructor(private readonly browser: Browser) {}

  /** A context that nobody uses and that knows nothing. */
  public async take(options: Options): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const context = this.free.get(key)?.pop() ?? (await this.browser.newContext(options));
    this.taken.push({ key, context });
    context.once('close', () => {
      this.taken = this.taken.filter((each) => each.context !== context);
    });
    return context;
  }

  /** Closes every page and forgets what their persons kept. */
  public async giveBack(): Promise<void> {
    await Promise.all(
      this.taken.splice(0).map(async ({ key, context }) => {
        await context.setOffline(false);
        await forget(context);
        this.free.set(key, [...(this.free.get(key) ?? []), context]);
      })
    );
  }
}

async function forget(context: BrowserContext): Promise<void> {
  const pages = context.pages();
  const origins = new Set(pages.flatMap((page) => page.frames().map((frame) => originOf(frame.url()))));
  // The last one is closed afterwards: what a page keeps can be asked for by a page only.
  const blank = await context.newPage();
  await Promise.all(pages.map((page) => page.close()));
  const session = await context.newCDPSession(blank);
  for (const origin of origins) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await context.clearCookies();
  await blank.close();
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
