import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** Microsoft's Agents Playground, a local Teams client, as a process of its own. */
export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Playground's people and places as `npm start` has them, with another person signed in. */
async function configuration(email: string): Promise<string> {
  const shipped = await readFile(resolve(__dirname, '../../src/localsite/start/playground.yml'), 'utf8');
  return shipped.replaceAll('delegate.ke@example.org', email);
}

/**
 * Starts the Playground.
 * @param messagesUrl where the bot listens
 * @param port a free port of this machine
 * @param email the address of the person who uses it
 */
export async function startPlayground(messagesUrl: string, port: number, email = 'member@example.org'): Promise<Playground> {
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = JSON.parse(await readFile(manifest, 'utf8')) as { bin: Record<string, string> };
  const folder = await mkdtemp(join(tmpdir(), 'desk-playground-'));
  await writeFile(join(folder, '.m365agentsplayground.yml'), await configuration(email));
  const script = join(dirname(manifest), bin.agentsplayground);
  const child = spawn(process.execPath, [script, '-e', messagesUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'], {
    cwd: folder,
    stdio: 'ignore',
    // It would open a browser of its own, and stop when there is none.
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'log.txt') }
  });
  const url = `http://localhost:${port}/`;
  await eventually(async () => {
    expect((await fetch(url)).status).toBe(200);
  });
  return {
    url,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) {
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** Opens the Playground in its personal chat. Opening a chat or channel installs the bot in it. */
export async function openPlayground(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByText('Personal Chat', { exact: true }).waitFor();
  await page.getByText('Type a message...').first().waitFor();
}

/** Opens the channel "General" of the Playground's team. */
export async function openChannel(page: Page): Promise<void> {
  await page.getByText('General', { exact: true }).click();
  await page.getByText('Start a new post').waitFor();
}

/** Says something to the bot in the personal chat that is open. */
export async function say(page: Page, text: string): Promise<void> {
  // The last one: cards above it may have fields of their own.
  await page.getByRole('textbox').last().click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Starts a post in the channel that is open, which mentions the bot; without a mention the bot is not called. */
export async function postToBot(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').first().click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: 'Test Bot' }).click();
  await page.keyboard.type(` ${text}`);
  await page.getByRole('button', { name: 'Post' }).click();
}

/** The cards that are shown, from the top of the page: in a chat the newest is the last, in a channel its post is the first. */
export function cards(page: Page): Locator {
  return page.locator('.ac-adaptiveCard');
}

/** What the last card of a chat says. */
export async function lastCardText(page: Page): Promise<string> {
  return cards(page).last().innerText();
}
