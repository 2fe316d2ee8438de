import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchBrowser } from '../../support/browser';
import { eventually } from '../../support/eventually';
import { shippedRelease, startSiteForWorkbench } from './siteForWorkbench';
import { openWatchedPage, withoutTeamsList } from './watchedPage';

describe('The build that goes into the package', () => {
  it.each(['', '?lang=ar&theme=dark', '?host=teams&theme=contrast', '?width=narrow&mode=edit'])('starts and shows something with %p', async (query) => {
    const [site, browser] = await Promise.all([startSiteForWorkbench(shippedRelease), launchBrowser()]);
    try {
      const { page, problems } = await openWatchedPage(browser);
      await page.goto(`${site.url}/${query}`);
      const host = query.includes('host=teams') ? page.frameLocator('iframe') : page;
      await host.locator('main[aria-busy=false]').waitFor();
      expect(await host.getByText('The web part did not start').count()).toBe(0);
      await eventually(async () => {
        expect(await host.getByTestId('web-part').innerText()).not.toBe('');
      });
      expect(withoutTeamsList(problems).filter((problem) => /^(policy|script): /.test(problem))).toEqual([]);
    } finally {
      await browser.close();
      await site.stop();
    }
  });

  it('is asked for in a sentence when it is not there', async () => {
    const emptyFolder = mkdtempSync(join(tmpdir(), 'no-build-'));
    const site = await startSiteForWorkbench(emptyFolder);
    try {
      const response = await fetch(`${site.url}/`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('The web part has not been built yet. Run &quot;npm run build&quot; and reload this page.');
      const modules = await fetch(`${site.url}/_workbench/modules.json`);
      expect(modules.status).toBe(503);
      expect(await modules.json()).toEqual({ message: 'The web part has not been built yet. Run "npm run build" and reload this page.' });
    } finally {
      await site.stop();
      rmSync(emptyFolder, { recursive: true });
    }
  });
});
