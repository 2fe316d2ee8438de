import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { unzipSync } from 'fflate';
import { manifestFor, packageOf, problemsOf } from '../../teams-manifest/package';

const folder = join(__dirname, '../../teams-manifest');
const environment = parseEnv(readFileSync(join(folder, 'example.env'), 'utf8'));

/** Width and height in pixels, as the header of a PNG says. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the Teams app package', () => {
  it('is valid by the official schemas, with all its language files', () => {
    expect(problemsOf(manifestFor(environment))).toEqual([]);
  });

  it('is refused by the official schemas when something is wrong', () => {
    expect(problemsOf({ ...manifestFor(environment), accentColor: 'blue' })).toEqual([expect.stringContaining('accentColor')]);
  });

  it('names the variable that is missing', () => {
    expect(() => manifestFor({ ...environment, BOT_ID: '' })).toThrow('No value for BOT_ID');
  });

  it('has exact domains and no placeholder left', () => {
    const text = JSON.stringify(manifestFor(environment));
    expect(text).not.toContain('${{');
    expect((manifestFor(environment).validDomains as string[]).every((domain) => /^[a-z0-9.-]+$/.test(domain))).toBe(true);
  });

  it('holds the manifest, six languages and two icons of the sizes that Teams asks for', () => {
    const files = unzipSync(packageOf(manifestFor(environment)));
    expect(Object.keys(files).filter((name) => !name.endsWith('/')).sort()).toEqual([
      'color.png',
      'locales/ar-sa.json',
      'locales/es-es.json',
      'locales/fr-fr.json',
      'locales/ru-ru.json',
      'locales/zh-cn.json',
      'manifest.json',
      'outline.png'
    ]);
    expect(sizeOf(files['color.png'])).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'])).toEqual([32, 32]);
  });

  it('names the web part that the solution ships', () => {
    const webPart = readFileSync(join(__dirname, '../../src/webparts/contributionDesk/ContributionDeskWebPart.manifest.json'), 'utf8');
    const { id } = JSON.parse(webPart) as { id: string };
    expect(JSON.stringify(manifestFor(environment))).toContain(`componentId=${id}`);
  });
});
