import { loaderConfiguration, type HostedModules } from '../../../src/localsite/workbench/page/loaderConfiguration';
import { readModuleCatalog } from '../../../src/localsite/workbench/moduleCatalog';
import { readWebPartManifest } from '../../../src/localsite/workbench/webPartBuild';
import { probeRelease } from './siteForWorkbench';

const modules: HostedModules = { catalog: readModuleCatalog(), manifest: readWebPartManifest(probeRelease) };

function stringsFor(cultureName: string): string {
  return loaderConfiguration(modules, cultureName).paths.ProbeStrings;
}

describe("The loader's configuration", () => {
  it("names SharePoint's modules by their component id and version", () => {
    const { paths, map } = loaderConfiguration(modules, 'en-US');
    const coreLibrary = map['*']['@microsoft/sp-core-library'];
    expect(coreLibrary).toMatch(/^7263c7d0-1d6a-45ec-8d85-d4d1d234171b_1\./);
    expect(paths[coreLibrary]).toMatch(/^\/_workbench\/packages\/sp-core-library\/sp-core-library_en-us_\w+$/);
  });

  it('finds the scripts of the web part at the base address of its manifest', () => {
    const { paths } = loaderConfiguration(modules, 'en-US');
    expect(paths['7f0c3a6e-52d1-4a4b-9d0f-6a1c2b3d4e5f_1.0.0']).toBe('/_workbench/webpart/probe');
  });

  it.each([
    ['fr-FR', 'strings_fr-fr'],
    ['fr-CH', 'strings_fr-fr'],
    ['AR-sa', 'strings_ar-sa'],
    ['ru-RU', 'strings_en-us']
  ])('takes the texts for %s from %s', (cultureName, file) => {
    expect(stringsFor(cultureName)).toBe(`/_workbench/webpart/${file}`);
  });

  it('leaves modules that are components of their own to the catalog', () => {
    expect(loaderConfiguration(modules, 'en-US').paths.react).toBe('/_workbench/packages/react/react.production.min');
  });
});
