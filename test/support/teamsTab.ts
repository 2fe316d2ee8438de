import type { Frame, Page } from 'playwright-core';
import { eventually } from './eventually';

/** What a tab of the local Teams shows, and what its app asked of Teams. */
export interface TeamsTab {
  readonly page: Page;
  /** The frame with the desk. */
  readonly desk: Frame;
  /** The arguments of each call of a kind that the app made, the oldest first. */
  calls(name: string): Promise<unknown[][]>;
  /** Follows a link to a part of the tab, as from a message beside it. */
  follow(part: string): Promise<void>;
}

/** The tab on a page of the workbench with `host=teams` or `host=personal`, once the desk in it is loaded. */
export async function teamsTab(page: Page): Promise<TeamsTab> {
  const element = await page.locator('iframe').elementHandle();
  const desk = await element?.contentFrame();
  if (desk === null || desk === undefined) {
    throw new Error('The page has no frame with the desk');
  }
  await desk.locator('section[aria-busy=false]').first().waitFor();
  return {
    page,
    desk,
    calls: async (name) => {
      const lines = await page.locator(`[data-call="${name}"]`).allTextContents();
      return lines.map((line) => JSON.parse(line.slice(name.length)) as unknown[]);
    },
    follow: async (part) => {
      await page.getByLabel('Link to').fill(part);
      await page.getByRole('button', { name: 'Follow' }).click();
    }
  };
}

/** Waits until the ground of the desk, which is that of its whole frame, has a colour. */
export async function waitForGround({ desk }: TeamsTab, colour: string): Promise<void> {
  const ground = desk.locator('div:has(> section[aria-busy])');
  await eventually(async () => expect(await ground.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(colour));
}
