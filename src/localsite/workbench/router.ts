import { dirname, join, resolve } from 'node:path';

import { Router, static as serveFolder, type Response } from 'express';

import { contentSecurityPolicy } from './contentSecurityPolicy';
import { readModuleCatalog, workbenchPath, type CatalogFile } from './moduleCatalog';
import { problemHtml, workbenchHtml } from './pageHtml';
import { bundlePageScript } from './pageScript';
import { assetsPath, BuildMissingError, readWebPartManifest } from './webPartBuild';

/** Where the workbench finds what it shows. */
export interface WorkbenchOptions {
  /** Path of the site that the page belongs to, on the same origin. */
  readonly sitePath?: string;
  /** The folder that `npm run build` writes the shipped web part to. */
  readonly releaseFolder?: string;
}

const repository = resolve(__dirname, '../../..');

/** The icon fonts come with Fluent UI, so they are looked up from there. */
function iconFontsFolder(): string {
  const entry = require.resolve('@fluentui/font-icons-mdl2', { paths: [require.resolve('@fluentui/react')] });
  return resolve(dirname(entry), '../fonts');
}

function sendHtml(response: Response, html: string): void {
  response.set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' }).type('html').send(html);
}

/** Each published package's folder, so that the chunks beside its script are found as well. */
function packageRoutes(catalog: readonly CatalogFile[]): Router {
  const router = Router();
  for (const { folder, url } of catalog) {
    router.use(dirname(url), serveFolder(folder, { index: false }));
  }
  return router;
}

/**
 * The routes of the workbench: the page at `/`, everything that it loads below `/_workbench`.
 * They are mounted at the root of the site's own server, because SharePoint's form digest asks for
 * the same origin.
 */
export function workbenchRouter({ sitePath = '/sites/tdag-wg-sop', releaseFolder = join(repository, 'release') }: WorkbenchOptions = {}): Router {
  const router = Router();
  const catalog = readModuleCatalog();
  let pageScript: Promise<string> | undefined;

  router.get('/', (_request, response) => {
    try {
      readWebPartManifest(releaseFolder);
      sendHtml(response, workbenchHtml(sitePath));
    } catch (error) {
      if (!(error instanceof BuildMissingError)) {
        throw error;
      }
      response.status(503);
      sendHtml(response, problemHtml(error.message));
    }
  });
  router.get(`${workbenchPath}/modules.json`, (_request, response) => {
    try {
      const modules = catalog.map(({ name, moduleId, url }) => ({ name, moduleId, url }));
      response.set('Cache-Control', 'no-store').json({ catalog: modules, manifest: readWebPartManifest(releaseFolder) });
    } catch (error) {
      if (!(error instanceof BuildMissingError)) {
        throw error;
      }
      response.status(503).json({ message: error.message });
    }
  });
  router.get(`${workbenchPath}/page.js`, async (_request, response) => {
    pageScript ??= bundlePageScript();
    response.type('text/javascript').send(await pageScript);
  });
  router.get(`${workbenchPath}/workbench.css`, (_request, response) => response.sendFile(join(__dirname, 'page', 'workbench.css')));
  router.use(`${workbenchPath}/icons`, serveFolder(iconFontsFolder()));
  router.use(`${workbenchPath}/packages/requirejs`, serveFolder(dirname(require.resolve('requirejs/require.js'))));
  router.use(assetsPath, serveFolder(join(releaseFolder, 'assets'), { index: false }));
  router.use(packageRoutes(catalog));
  return router;
}
