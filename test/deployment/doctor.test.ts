import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What `m365 spfx project doctor` (CLI for Microsoft 365 11.11.0) asks of the packages of a project of SPFx 1.23.2. The
 * program itself is 400 MB and is not installed for it; `docs/deploy.md` says how to run it.
 */
const ASKED: Readonly<Record<string, RegExp>> = {
  react: /^17\./,
  'react-dom': /^17\./,
  '@fluentui/react': /^\^8\.106\.4$/,
  '@types/webpack-env': /^~?1\.15\.\d+$/,
  '@types/react': /^17\./,
  '@types/react-dom': /^17\./,
  typescript: /^~5\.8\.0$/
};

type Versions = Readonly<Record<string, string>>;

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as Readonly<Record<'dependencies' | 'devDependencies', Versions>>;
const versions: Versions = { ...dependencies, ...devDependencies };

describe('the doctor of CLI for Microsoft 365', () => {
  test.each(Object.entries(ASKED))('finds %s as it should be', (name, asked) => {
    expect(versions[name]).toMatch(asked);
  });

  it('finds SPFx in one version', () => {
    const ofFramework = Object.keys(versions).filter((name) => name.startsWith('@microsoft/sp-') || name.endsWith('-spfx'));
    expect(ofFramework.length).toBeGreaterThan(5);
    expect(ofFramework.map((name) => `${name} ${versions[name]}`)).toEqual(ofFramework.map((name) => `${name} 1.23.2`));
  });
});
