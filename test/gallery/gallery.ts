import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../src/rules/language';
import { launchBrowser } from '../support/browser';
import { drawCards } from './cardPage';
import { cardSamples } from './cardSamples';
import { CARD_THEMES } from './cardThemes';
import { shootWebPart } from './webPartViews';

const FOLDER = resolve(__dirname, '../../gallery');
/** About the width of a card on a phone, and the widest that Teams shows on a desktop. */
const WIDTHS = { phone: 340, desktop: 600 } as const;

/**
 * Takes a picture of every card of the bot, one for each theme and width, with the six languages side by side, and of
 * every view of the web part, or of one view only: `--view library`. The web part must have been built.
 */
async function main(): Promise<void> {
  const { view } = parseArgs({ options: { view: { type: 'string' } } }).values;
  if (view !== undefined) {
    await mkdir(FOLDER, { recursive: true });
    return shootWebPart(FOLDER, view);
  }
  const samples = LANGUAGES.map((language) => ({ language, cards: cardSamples(language) }));
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const name of Object.keys(samples[0].cards)) {
      for (const theme of CARD_THEMES) {
        const width = theme === 'dark' ? 'desktop' : 'phone';
        const shown = samples.map(({ language, cards }) => ({ name: `${name} · ${language} · ${theme}`, theme, card: cards[name].card }));
        await drawCards(page, shown, WIDTHS[width]);
        await page.locator('main').screenshot({ path: join(FOLDER, `${name.replaceAll(/[^a-z]+/gi, '-')}-${theme}.png`) });
      }
    }
  } finally {
    await browser.close();
  }
  await shootWebPart(FOLDER);
  console.log(`Every card in six languages and three themes, and the web part in its looks: ${FOLDER}`);
}

void main();
