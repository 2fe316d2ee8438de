/** What the page sets of RequireJS's configuration (requirejs.org, "Configuration options"). */
export interface AmdLoaderConfiguration {
  /** Address of each module's script, without `.js`. */
  readonly paths: Readonly<Record<string, string>>;
  /** By which names modules ask for a module that is defined under another one. */
  readonly map: { readonly '*': Readonly<Record<string, string>> };
}

interface AmdLoader {
  (names: string[], onLoaded: (...modules: unknown[]) => void, onError: (error: Error) => void): void;
  config(configuration: AmdLoaderConfiguration): void;
}

declare global {
  interface Window {
    /** RequireJS, from its own script on the page. */
    readonly requirejs: AmdLoader;
    readonly define: (name: string, dependencies: string[], factory: () => unknown) => void;
  }
}

/** Tells the loader where modules are. */
export function configureLoader(configuration: AmdLoaderConfiguration): void {
  window.requirejs.config(configuration);
}

/** Offers a module under a name, before anything asks for it. */
export function offerModule(name: string, module: object): void {
  window.define(name, [], () => module);
}

/** Fetches modules with all that they need; rejects with the loader's error when one of them fails. */
export function loadModules(names: string[]): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    window.requirejs(names, (...modules) => resolve(modules), reject);
  });
}
