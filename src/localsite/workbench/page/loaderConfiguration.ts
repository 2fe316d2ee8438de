import type { IClientSideWebPartManifest, IModuleConfiguration } from '@microsoft/sp-module-interfaces';

import type { CatalogModule } from '../moduleCatalog';
import type { AmdLoaderConfiguration } from './amdLoader';

/** What the page asks of the server to load a web part. */
export interface HostedModules {
  readonly catalog: readonly CatalogModule[];
  readonly manifest: IClientSideWebPartManifest<Record<string, unknown>>;
}

type Path = string | { readonly path: string };

function localizedPath(resource: Extract<IModuleConfiguration, { type: 'localizedPath' }>, cultureName: string): Path {
  const paths: Record<string, Path> = { ...resource.paths };
  const locales = Object.keys(paths);
  const language = cultureName.split('-')[0].toLowerCase();
  const locale =
    locales.find((candidate) => candidate.toLowerCase() === cultureName.toLowerCase()) ??
    locales.find((candidate) => candidate.split('-')[0].toLowerCase() === language);
  return (locale !== undefined ? paths[locale] : undefined) ?? resource.defaultPath ?? paths.default;
}

function withoutExtension(url: string): string {
  return url.replace(/\.js$/, '');
}

/** The name under which the script of a web part defines itself. */
export function entryModuleId(manifest: HostedModules['manifest']): string {
  return `${manifest.id}_${manifest.version}`;
}

/**
 * The AMD loader's configuration for a web part and its host: SharePoint's modules by their
 * component id, the web part's own scripts by the base address of its manifest, and of localised
 * scripts the one for the page's culture, as SharePoint's loader chooses it.
 *
 * @param cultureName - the page's UI culture, for example `fr-FR`
 */
export function loaderConfiguration({ catalog, manifest }: HostedModules, cultureName: string): AmdLoaderConfiguration {
  const { entryModuleId: entryName, internalModuleBaseUrls, scriptResources } = manifest.loaderConfig;
  const paths: Record<string, string> = {};
  const names: Record<string, string> = {};
  for (const module of catalog) {
    paths[module.moduleId] = withoutExtension(module.url);
    if (module.name !== module.moduleId) {
      names[module.name] = module.moduleId;
    }
  }
  for (const [name, resource] of Object.entries(scriptResources)) {
    if (resource.type !== 'component') {
      const path: Path = resource.type === 'path' ? resource.path : localizedPath(resource, cultureName);
      const fileName = typeof path === 'string' ? path : path.path;
      paths[name === entryName ? entryModuleId(manifest) : name] = withoutExtension(internalModuleBaseUrls[0] + fileName);
    }
  }
  return { paths, map: { '*': names } };
}
