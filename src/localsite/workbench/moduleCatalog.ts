import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the files of the page, of the packages and of the build are served. */
export const workbenchPath = '/_workbench';

/**
 * SharePoint's own packages that run in the browser exactly as Microsoft published them, in the
 * AMD form that SharePoint loads. What they need and npm does not have is made up for by the
 * modules of `page/standIns`.
 */
const publishedPackages = [
  'sp-core-library',
  'sp-lodash-subset',
  'sp-diagnostics',
  'sp-dynamic-data',
  'sp-page-context',
  'sp-http-base',
  'sp-http-msgraph',
  'sp-http',
  'sp-loader',
  'sp-component-base',
  'sp-webpart-base'
] as const;

/** Libraries that SharePoint keeps on every page, as the files of their own packages. */
const pageLibraries = {
  tslib: 'tslib',
  react: 'react/umd/react.production.min.js',
  'react-dom': 'react-dom/umd/react-dom.production.min.js',
  '@microsoft/load-themed-styles': '@microsoft/load-themed-styles/lib-amd/index.js'
} as const;

/** One AMD module that the page's loader can fetch. */
export interface CatalogModule {
  /** The name that other modules ask for. */
  readonly name: string;
  /** The name under which its file defines itself: `<component id>_<version>` for SharePoint's components. */
  readonly moduleId: string;
  /** Address of the file. */
  readonly url: string;
}

/** A module of the catalog with the file that is served at its address. */
export interface CatalogFile extends CatalogModule {
  readonly folder: string;
  readonly fileName: string;
}

interface ScriptResource {
  readonly type: string;
  readonly path?: string | { readonly path: string };
  readonly paths?: Readonly<Record<string, { readonly path: string }>>;
}

interface ComponentManifest {
  readonly id: string;
  readonly version: string;
  readonly loaderConfig: {
    readonly entryModuleId: string;
    readonly scriptResources: Readonly<Record<string, ScriptResource>>;
  };
}

/** Of localised scripts npm carries English and pseudo-locales; the default one shows the names of the texts. */
function scriptPath(resource: ScriptResource): string | undefined {
  const path = resource.paths?.['en-US'] ?? resource.paths?.default ?? resource.path;
  return typeof path === 'object' ? path.path : path;
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

function publishedModule(packageName: string): CatalogFile {
  const name = `@microsoft/${packageName}`;
  const folder = join(packageFolder(name), 'dist');
  const manifestName = readdirSync(folder).find((file) => file.endsWith('.manifest.json'));
  if (manifestName === undefined) {
    throw new Error(`${name} carries no component manifest in ${folder}. Run npm install again.`);
  }
  const manifest: ComponentManifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
  const fileName = scriptPath(manifest.loaderConfig.scriptResources[manifest.loaderConfig.entryModuleId]);
  if (fileName === undefined) {
    throw new Error(`The component manifest of ${name} names no script. Its form has changed: see ${manifestName}.`);
  }
  return { name, moduleId: `${manifest.id}_${manifest.version}`, url: `${workbenchPath}/packages/${packageName}/${fileName}`, folder, fileName };
}

function libraryModule([name, path]: [string, string]): CatalogFile {
  const file = require.resolve(path);
  const fileName = file.slice(dirname(file).length + 1);
  return { name, moduleId: name, url: `${workbenchPath}/packages/${name.replace('@microsoft/', '')}/${fileName}`, folder: dirname(file), fileName };
}

/** Every module that the host page offers to a web part, from the installed packages. */
export function readModuleCatalog(): CatalogFile[] {
  return [...publishedPackages.map(publishedModule), ...Object.entries(pageLibraries).map(libraryModule)];
}
