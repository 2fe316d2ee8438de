import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_VARIABLES } from '../../src/service/siteConnection';
import { SETTING_VARIABLES } from '../../src/service/settings';

const root = join(__dirname, '../..');
const guide = readFileSync(join(root, 'docs/deploy.md'), 'utf8');

describe('the deployment guide', () => {
  it('has a row for each variable that the service reads, and for no other', () => {
    const table = guide.slice(guide.indexOf('## Settings'), guide.indexOf('## Tried and not tried'));
    const rows = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...SETTING_VARIABLES, ...SITE_VARIABLES].sort());
  });

  it('names only npm scripts and files that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...guide.matchAll(/\b(?:config|sharepoint|teams-manifest)\/[\w./-]+\.(?:json|sh|env)\b|config\/azure\/Dockerfile/g)].map(([file]) => file);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('tells after each step how to see that it worked', () => {
    const steps = guide.split(/^## (?=\d+\. )/m).slice(1).map((step) => step.split(/^## /m)[0]);
    expect(steps).toHaveLength(9);
    expect(steps.filter((step) => !step.includes('**Check'))).toEqual([]);
  });
});
