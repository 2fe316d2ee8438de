import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type * as PropertyPane from '@microsoft/sp-property-pane';

import { readModuleCatalog } from '../../../src/localsite/workbench/moduleCatalog';
import type * as PropertyPaneStandIn from '../../../src/localsite/workbench/page/standIns/spPropertyPane';

/** What the real package declares: its functions with their parameters. Results differ in the declaration of one enumeration. */
type Declared<Real, Names extends keyof Real> = {
  [Name in Names]: Real[Name] extends (...parameters: infer Parameters) => unknown ? (...parameters: Parameters) => unknown : unknown;
};

/** Compiles only while the real package has every member of the stand-in, and the stand-in takes what the real one takes. */
type Conforming<StandIn extends Declared<Real, keyof StandIn & keyof Real>, Real> = keyof StandIn extends keyof Real ? keyof StandIn : never;
type MemberOfPropertyPane = Conforming<typeof PropertyPaneStandIn, typeof PropertyPane>;

const standInsSource = readFileSync(resolve(__dirname, '../../../src/localsite/workbench/page/standIns.ts'), 'utf8');
const standInNames = [...standInsSource.matchAll(/^ {2}'(@[^']+)': /gm)].map(([, name]) => name);

describe('The stand-ins', () => {
  it('are no more than the published modules need', () => {
    const catalog = readModuleCatalog();
    const served = new Set(catalog.map(({ name }) => name));
    const wanted = catalog.flatMap(({ folder, fileName }) => {
      const [, dependencies = ''] = /define\((?:"[^"]*",\s*)?\[([^\]]*)\]/.exec(readFileSync(join(folder, fileName), 'utf8')) ?? [];
      return [...dependencies.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
    });
    const missing = new Set(wanted.filter((name) => !served.has(name) && !['require', 'exports'].includes(name)));
    expect(standInNames.filter((name) => name !== '@microsoft/sp-property-pane').sort()).toEqual([...missing].sort());
  });

  it('have the members of the property pane under their real names and types', () => {
    const members: readonly MemberOfPropertyPane[] = ['PropertyPaneTextField', 'PropertyPaneDropdown', 'PropertyPaneToggle', 'PropertyPaneFieldType'];
    const declarations = readFileSync(resolve(__dirname, '../../../node_modules/@microsoft/sp-property-pane/dist/index-internal.d.ts'), 'utf8');
    for (const member of members) {
      expect(declarations).toMatch(new RegExp(`export declare (function|enum) ${member}\\b`));
    }
  });
});
