/** Fluent UI's page-wide settings, under the name that its modules look for. */
interface FluentSettings {
  FabricConfig?: { fontBaseUrl?: string; iconBaseUrl?: string };
}

/**
 * Fluent UI reads this when its first module is loaded, in the page and in every web part: no text
 * fonts from Microsoft's content network, icons from this server. It has to be imported first.
 */
(window as FluentSettings).FabricConfig = { fontBaseUrl: '', iconBaseUrl: '/_workbench/icons/' };

export {};
