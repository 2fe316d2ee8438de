import type { Theme } from '@fluentui/react/lib/Theme';
import type BaseComponentContext from '@microsoft/sp-component-base/lib/BaseComponentContext';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import type { ISDKs, WebPartContext } from '@microsoft/sp-webpart-base/lib/index';

import { loadHostModules, type HostModules } from './hostModules';
import type { HostedModules } from './loaderConfiguration';
import { legacyPageContext, type PageContextData } from './pageContextData';
import type { ModeName } from './workbenchState';

/** The page around the web part, and what the web part may ask of it. */
export interface HostPage {
  readonly modules: HostedModules;
  readonly pageContext: PageContextData;
  readonly domElement: HTMLElement;
  readonly theme: Theme;
  readonly mode: ModeName;
  /** The web part asks for its property pane. */
  readonly onPropertyPaneRequest: (action: 'open' | 'close' | 'refresh') => void;
  readonly isPropertyPaneOpen: () => boolean;
}

/** A web part that runs on the page. */
export interface HostedWebPart {
  setTheme(theme: Theme): void;
  setMode(mode: ModeName): void;
  /** Tells the web part that its column has another width now. */
  resized(): void;
  propertyPane(): Promise<{ configuration: IPropertyPaneConfiguration; properties: Record<string, unknown> }>;
  setProperty(path: string, value: unknown, fieldType: number): void;
}

/** Where the page remembers a web part's properties until the tab is closed. */
function propertiesKey(manifestId: string): string {
  return `workbench.properties.${manifestId}`;
}

type Scope = ReturnType<HostModules['core']['ServiceScope']['startNewRoot']>;

/** The services that SharePoint's page offers to its web parts. */
function startServices({ core, PageContext, ThemeProvider }: HostModules, page: HostPage) {
  const scope = core.ServiceScope.startNewRoot();
  const pageContext = new PageContext(scope);
  pageContext.initialize(page.pageContext, legacyPageContext(page.pageContext));
  scope.provide(PageContext.serviceKey, pageContext);
  const themeProvider = new ThemeProvider(scope, page.theme);
  scope.provide(ThemeProvider.serviceKey, themeProvider);
  scope.finish();
  return { scope, themeProvider };
}

/** The base part of the parameters is hidden from the declarations of `sp-webpart-base` and taken from where it is declared. */
type WebPartContextParameters = ConstructorParameters<typeof WebPartContext>[0] & ConstructorParameters<typeof BaseComponentContext>[0];

/**
 * What SharePoint gives to a web part in Teams: its own code sees by the frame's name where it is, loads the Teams SDK
 * and initialises it.
 */
async function teamsSdks({ webParts: { _TeamsEnvironmentManager: teams } }: HostModules): Promise<ISDKs> {
  await teams.initialize();
  const [context, teamsJs] = [teams.getTeamsContext(), teams.getTeamsJs()];
  return context === undefined || teamsJs === undefined ? {} : { microsoftTeams: { context, teamsJs } };
}

function webPartContext({ core, SPEvent, webParts }: HostModules, page: HostPage, scope: Scope, sdks: ISDKs): WebPartContext {
  const { manifest } = page.modules;
  const instanceId = core.Guid.newGuid().toString();
  const webPartTag = `WebPart.${manifest.alias}.external.${instanceId}`;
  const host = Object.assign(new webParts._MinimalWebPartHost(scope), {
    hostType: sdks.microsoftTeams === undefined ? 'SharePointPage' : 'TeamsTab',
    setDirty: (_id: string, data?: { properties: Record<string, unknown> }) =>
      sessionStorage.setItem(propertiesKey(manifest.id), JSON.stringify(data?.properties ?? {}))
  });
  const parameters: WebPartContextParameters = {
    manifest,
    parentServiceScope: scope,
    loggingTag: webPartTag,
    instanceId,
    webPartTag,
    host,
    isPropertyPaneRenderedByWebPart: page.isPropertyPaneOpen,
    isPropertyPaneOpen: page.isPropertyPaneOpen,
    isContentPanelOpen: () => false,
    requestPropertyPaneAction: (_id, action) => page.onPropertyPaneRequest(action === 'Close' ? 'close' : action === 'Refresh' ? 'refresh' : 'open'),
    formFactor: webParts.WebPartFormFactor.Standard,
    domElement: page.domElement,
    statusRenderer: new webParts._ClientSideWebPartStatusRenderer(),
    sdks,
    sdksAsync: Promise.resolve(sdks),
    _dataUpdatedEvent: new SPEvent('workbench.dataUpdated')
  };
  return new webParts.WebPartContext(parameters);
}

/**
 * Loads the shipped bundle and starts its web part in the life cycle that
 * `@microsoft/sp-webpart-base` itself implements: context, deserialised properties, `onInit`, `render`.
 */
export async function startWebPart(page: HostPage): Promise<HostedWebPart> {
  const { manifest } = page.modules;
  const modules = await loadHostModules(page.modules, page.pageContext.cultureInfo.currentUICultureName);
  const { core, themedStyles, WebPartClass } = modules;
  const displayModes = { read: core.DisplayMode.Read, edit: core.DisplayMode.Edit };
  const { scope, themeProvider } = startServices(modules, page);
  themedStyles.loadTheme({ ...page.theme.palette });

  const context = webPartContext(modules, page, scope, await teamsSdks(modules));
  const storedProperties = sessionStorage.getItem(propertiesKey(manifest.id));
  const [entry] = manifest.preconfiguredEntries;
  const webPart = new WebPartClass();
  webPart._internalInitialize(context, storedProperties !== null, displayModes[page.mode]);
  webPart._internalDeserialize({
    id: manifest.id,
    instanceId: context.instanceId,
    title: entry.title.default ?? manifest.alias,
    dataVersion: '1.0',
    properties: storedProperties === null ? { ...entry.properties } : JSON.parse(storedProperties)
  });
  await webPart._internalFirstTimeRender();

  return {
    setTheme: (theme) => {
      themedStyles.loadTheme({ ...theme.palette });
      themeProvider._setTheme(theme);
    },
    setMode: (mode) => webPart._internalSetDisplayMode(displayModes[mode]),
    resized: () => webPart._internalOnAfterResize(),
    propertyPane: async () => {
      const { configuration, properties } = await webPart._getPropertyPaneData(false);
      return { configuration, properties };
    },
    setProperty: (path, value, fieldType) => {
      webPart._onPropertyPaneFieldChanged(path, value, fieldType);
    }
  };
}
