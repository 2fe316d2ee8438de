import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel. */
  readonly data: readonly (readonly [number, number, number, number])[];
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A picture as a browser decodes it. */
async function pixelsOf(name: string): Promise<Pixels> {
  const page = await browser.newPage();
  const url = `data:image/png;base64,${readFileSync(join(__dirname, '../../teams-manifest', name)).toString('base64')}`;
  const { width, height, bytes } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    return { width: canvas.width, height: canvas.height, bytes: [...context.getImageData(0, 0, canvas.width, canvas.height).data] };
  }, url);
  await page.close();
  return { width, height, data: Array.from({ length: width * height }, (_, index) => [bytes[index * 4], bytes[index * 4 + 1], bytes[index * 4 + 2], bytes[index * 4 + 3]] as const) };
}

// Source: Microsoft Teams documentation, "Design your app icons for the Microsoft Teams store and App bar".
describe('the icons of the Teams app', () => {
  it('have a colour one of 192 by 192 pixels, filled to its edges', async () => {
    const { width, height, data } = await pixelsOf('color.png');
    expect([width, height]).toEqual([192, 192]);
    expect(data.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(new Set(data.map((pixel) => pixel.join())).size).toBeGreaterThan(2);
  });

  it('have an outline of 32 by 32 pixels, white on nothing', async () => {
    const { width, height, data } = await pixelsOf('outline.png');
    expect([width, height]).toEqual([32, 32]);
    const drawn = data.filter(([, , , alpha]) => alpha > 0);
    expect(drawn.length).toBeGreaterThan(50);
    expect(data.length - drawn.length).toBeGreaterThan(data.length / 2);
    // Faint pixels lose their exact colour where a browser keeps them multiplied with their alpha.
    expect(drawn.filter(([red, green, blue, alpha]) => alpha > 64 && Math.min(red, green, blue) < 250)).toEqual([]);
  });
});
