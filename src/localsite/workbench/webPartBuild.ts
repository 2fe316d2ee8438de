import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { IClientSideWebPartManifest } from '@microsoft/sp-module-interfaces';

import { workbenchPath } from './moduleCatalog';

/** The web part was not built, or only half. The message says what to do. */
export class BuildMissingError extends Error {
  public constructor(reason: string) {
    super(`${reason} Run "npm run build" and reload this page.`);
    this.name = 'BuildMissingError';
  }
}

/** Where the shipped assets are served; it takes the place of the site's asset library. */
export const assetsPath = `${workbenchPath}/webpart/`;

type WebPartManifest = IClientSideWebPartManifest<Record<string, unknown>>;

function assetNames(manifest: WebPartManifest): string[] {
  return Object.values(manifest.loaderConfig.scriptResources).flatMap((resource) => {
    if (resource.type === 'path') {
      return [typeof resource.path === 'string' ? resource.path : resource.path.path];
    }
    if (resource.type === 'localizedPath') {
      const paths = Object.values(resource.paths ?? {});
      return paths.map((path) => (typeof path === 'string' ? path : path.path));
    }
    return [];
  });
}

/**
 * The manifest of the shipped web part, the same that goes into the `.sppkg`, with the base address
 * filled in as SharePoint does when an administrator deploys the package.
 *
 * @param releaseFolder - the `release` folder that `gulp bundle --ship` writes
 * @throws BuildMissingError when there is no complete build
 */
export function readWebPartManifest(releaseFolder: string): WebPartManifest {
  const manifestsFolder = join(releaseFolder, 'manifests');
  const manifests = (existsSync(manifestsFolder) ? readdirSync(manifestsFolder) : [])
    .filter((file) => file.endsWith('.manifest.json'))
    .map((file): WebPartManifest => JSON.parse(readFileSync(join(manifestsFolder, file), 'utf8')));
  const manifest = manifests.find(({ componentType }) => componentType === 'WebPart');
  if (manifest === undefined) {
    throw new BuildMissingError('The web part has not been built yet.');
  }
  const missing = assetNames(manifest).filter((name) => !existsSync(join(releaseFolder, 'assets', name)));
  if (missing.length > 0) {
    throw new BuildMissingError(`The build of the web part is incomplete: ${missing.join(', ')} is not there.`);
  }
  return { ...manifest, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: [assetsPath] } };
}
