import { readFileSync } from 'node:fs';
import type * as AdaptiveCards from 'adaptivecards';
import type { Page } from 'playwright-core';
import type { DeskCard } from '../../src/bot/cards/deskCard';
import { CARD_THEMES, FONTS, hostConfiguration, THEME_COLOURS } from './cardThemes';
import type { CardTheme } from './cardThemes';

/** A card in one theme. */
export interface ShownCard {
  readonly name: string;
  readonly theme: CardTheme;
  readonly card: DeskCard['card'];
}

const RENDERER = require.resolve('adaptivecards/dist/adaptivecards.min.js');

/** A machine that takes pictures often has no Chinese font. */
const CHINESE = readFileSync(require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2')).toString('base64');

/** Buttons and fields as Teams colours them; the renderer leaves that to its host. */
const STYLE = `
  @font-face { font-family: 'Chinese'; src: url(data:font/woff2;base64,${CHINESE}); }
  body { margin: 0; font-family: ${FONTS}; background: #e0e0e0; }
  main { display: grid; grid-auto-flow: column; gap: 12px; padding: 12px; align-items: start; width: max-content; }
  section { padding: 12px; }
  h2 { font-size: 13px; margin: 0 0 8px; }
  .ac-adaptiveCard { border-radius: 4px; border: 1px solid #888; }
  .ac-actionSet, .ac-actionSet > div { flex-wrap: wrap; row-gap: 8px; overflow: visible !important; }
  .ac-pushButton { font: inherit; font-size: 14px; padding: 5px 12px; border-radius: 4px; background: transparent; border: 1px solid currentColor; }
  .ac-input { font: inherit; font-size: 14px; padding: 5px 8px; width: 100%; box-sizing: border-box; background: inherit; color: inherit; border: 1px solid currentColor; border-radius: 4px; }
  .ac-input input[type=checkbox] { width: 24px; height: 24px; flex: none; }
  ${CARD_THEMES.map((theme) => {
    const { page, card, text, button, accent } = THEME_COLOURS[theme];
    return `
  .${theme} { background: ${page}; color: ${text}; }
  .${theme} .ac-pushButton { color: ${button}; }
  .${theme} .ac-anchor { color: ${accent}; }
  .${theme} .ac-input, .${theme} .ac-input option { background-color: ${card}; color: ${text}; }`;
  }).join('')}
`;

/** Draws cards side by side on an empty page with Microsoft's own renderer of Adaptive Cards. @param width of each card in CSS pixels */
export async function drawCards(page: Page, cards: readonly ShownCard[], width: number): Promise<void> {
  await page.setContent(`<!doctype html><html lang="en"><head><title>Cards</title><style>${STYLE}</style></head><body><main></main></body></html>`);
  // Text whose font is still on its way is drawn as nothing.
  await page.evaluate(async () => void (await Promise.all([...document.fonts].map((font) => font.load()))));
  await page.addScriptTag({ content: readFileSync(RENDERER, 'utf8') });
  await page.evaluate(
    ({ shown, cardWidth }) => {
      const { AdaptiveCard, HostConfig } = (window as unknown as { AdaptiveCards: typeof AdaptiveCards }).AdaptiveCards;
      for (const { name, theme, card, host } of shown) {
        const section = document.createElement('section');
        section.className = theme;
        section.style.width = `${cardWidth}px`;
        const heading = document.createElement('h2');
        heading.textContent = name;
        const drawn = new AdaptiveCard();
        drawn.hostConfig = new HostConfig(host);
        drawn.parse(card);
        const element = drawn.render();
        if (element === undefined) {
          throw new Error(`${name} was not drawn`);
        }
        element.lang = (card as { lang?: string }).lang ?? '';
        element.dir = (card as { rtl?: boolean }).rtl === true ? 'rtl' : 'ltr';
        section.append(heading, element);
        document.querySelector('main')?.append(section);
      }
    },
    { shown: cards.map((each) => ({ ...each, host: hostConfiguration(each.theme) })), cardWidth: width }
  );
}
