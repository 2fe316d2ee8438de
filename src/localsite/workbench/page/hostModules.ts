import type * as LoadThemedStyles from '@microsoft/load-themed-styles';
import type { ThemeProvider as ThemeProviderWithInternals } from '@microsoft/sp-component-base/lib/themeProvider/ThemeProvider';
import type * as CoreLibrary from '@microsoft/sp-core-library';
import type * as CoreLibraryWithInternals from '@microsoft/sp-core-library/lib/index';
import type * as PageContextModule from '@microsoft/sp-page-context';
import type * as WebPartBase from '@microsoft/sp-webpart-base/lib/index';

import { configureLoader, loadModules, offerModule } from './amdLoader';
import { entryModuleId, loaderConfiguration, type HostedModules } from './loaderConfiguration';
import type { PageContextData } from './pageContextData';
import { standIns } from './standIns';

/** A web part with the members that only its host calls. */
export type WebPart = WebPartBase.BaseClientSideWebPart<Record<string, unknown>>;

/** The published declarations leave `initialize` out, which the host page calls. */
interface InitializablePageContext extends PageContextModule.PageContext {
  initialize(data: PageContextData, legacy: Record<string, unknown>): void;
}

/**
 * SharePoint's published modules as the host uses them. Where the package's public declarations hide
 * what only a host may call, the declarations of its inner modules are taken.
 */
export interface HostModules {
  readonly core: typeof CoreLibrary;
  readonly PageContext: (new (scope: CoreLibrary.ServiceScope) => InitializablePageContext) & typeof PageContextModule.PageContext;
  readonly ThemeProvider: typeof ThemeProviderWithInternals;
  readonly SPEvent: new (name: string) => CoreLibrary.SPEvent<CoreLibrary.SPEventArgs>;
  readonly webParts: typeof WebPartBase;
  readonly themedStyles: typeof LoadThemedStyles;
  readonly WebPartClass: new () => WebPart;
}

/** Names that a loader or a promise looks for in every module. */
const namesOfEveryModule = new Set(['__esModule', 'default', 'then']);

/** Says which member of which stand-in a published package wanted in vain, instead of "undefined is not a function" later. */
function nothingMissing(name: string, standIn: object): object {
  return new Proxy(standIn, {
    get: (target, member) => {
      if (typeof member === 'string' && !(member in target) && !namesOfEveryModule.has(member)) {
        throw new Error(`A SharePoint module wants ${member} of ${name}, which its stand-in does not have.`);
      }
      return Reflect.get(target, member);
    }
  });
}

/** `sp-core-library` must know of flights and kill switches before other modules ask: none are on. */
function startCoreLibrary(core: typeof CoreLibraryWithInternals): void {
  core._SPKillSwitch.initialize({});
  core._SPFlight.initialize([]);
  core.Environment._initialize({ type: core.EnvironmentType.SharePoint });
}

/** Loads SharePoint's modules and the shipped bundle of the web part for a page in the given UI culture. */
export async function loadHostModules(modules: HostedModules, cultureName: string): Promise<HostModules> {
  configureLoader(loaderConfiguration(modules, cultureName));
  for (const [name, standIn] of Object.entries(standIns)) {
    offerModule(name, nothingMissing(name, standIn));
  }
  const [core] = await loadModules(['@microsoft/sp-core-library']);
  startCoreLibrary(core as typeof CoreLibraryWithInternals);
  const [components, pageContexts, webParts, themedStyles, entry] = await loadModules([
    '@microsoft/sp-component-base',
    '@microsoft/sp-page-context',
    '@microsoft/sp-webpart-base',
    '@microsoft/load-themed-styles',
    entryModuleId(modules.manifest)
  ]);
  return {
    core: core as HostModules['core'],
    PageContext: (pageContexts as { PageContext: HostModules['PageContext'] }).PageContext,
    ThemeProvider: (components as { ThemeProvider: HostModules['ThemeProvider'] }).ThemeProvider,
    SPEvent: (core as { SPEvent: HostModules['SPEvent'] }).SPEvent,
    webParts: webParts as HostModules['webParts'],
    themedStyles: themedStyles as HostModules['themedStyles'],
    WebPartClass: (entry as { default: HostModules['WebPartClass'] }).default
  };
}
