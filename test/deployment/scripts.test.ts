import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const SITE = 'https://example.sharepoint.com/sites/group';
const APPLICATION = '11111111-2222-4333-8444-555555555555';

/** CLI for Microsoft 365 as far as the scripts use it: it writes down what it is asked, and answers from files. */
const STAND_IN = `#!/usr/bin/env bash
echo "$*" >> "$ANSWERS/asked"
name=$(echo "$*" | sed 's/ -.*//; s/ /-/g')
if [ -f "$ANSWERS/$name" ]; then cat "$ANSWERS/$name"; fi
`;

describe('the scripts for SharePoint', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-scripts-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/m365'), STAND_IN, { mode: 0o755 });
    cpSync(join(__dirname, '../../sharepoint/scripts'), join(folder, 'sharepoint/scripts'), { recursive: true });
    mkdirSync(join(folder, 'sharepoint/solution'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(script: string, args: string[], answers: Record<string, string> = {}) {
    Object.entries(answers).forEach(([name, answer]) => writeFileSync(join(folder, name), answer));
    const { status, stderr } = spawnSync('bash', [join(folder, 'sharepoint/scripts', script), ...args], {
      encoding: 'utf8',
      env: { ...process.env, ANSWERS: folder, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` }
    });
    const asked = existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];
    return { status, stderr, changes: asked.filter((line) => !/ (list|get) /.test(line)) };
  }

  it('let an application into a site that does not know it: first a little, then full control', () => {
    expect(run('grant.sh', [SITE, APPLICATION], { 'entra-approleassignment-list': '0', 'spo-site-apppermission-list': '0' })).toEqual({
      status: 0,
      stderr: '',
      changes: [
        `entra approleassignment add --appId ${APPLICATION} --resource SharePoint --scopes Sites.Selected`,
        `spo site apppermission add --siteUrl ${SITE} --appId ${APPLICATION} --appDisplayName Contribution Desk --permission write`,
        `spo site apppermission set --siteUrl ${SITE} --appId ${APPLICATION} --permission fullcontrol`
      ]
    });
  });

  it('add nothing twice when an application is let in again', () => {
    expect(run('grant.sh', [SITE, APPLICATION, 'read'], { 'entra-approleassignment-list': '1', 'spo-site-apppermission-list': '1' }).changes).toEqual([
      `spo site apppermission set --siteUrl ${SITE} --appId ${APPLICATION} --permission read`
    ]);
  });

  it('say how they are used, and change nothing, when something is missing', () => {
    for (const script of ['grant.sh', 'uninstall.sh']) {
      expect(run(script, [SITE])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') as string, changes: [] });
    }
    expect(run('deploy.sh', [])).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run package') as string, changes: [] });
  });

  it('put the package into the app catalogue in place of the one before', () => {
    writeFileSync(join(folder, 'sharepoint/solution/contribution-desk.sppkg'), '');
    expect(run('deploy.sh', [])).toMatchObject({
      status: 0,
      changes: ['spo app add --filePath contribution-desk.sppkg --overwrite', 'spo app deploy --name contribution-desk.sppkg --skipFeatureDeployment']
    });
  });

  it('take the access and the web part away, and leave alone what is not there', () => {
    const id = '99999999-2222-4333-8444-555555555555';
    expect(run('uninstall.sh', [SITE, APPLICATION], { 'spo-site-apppermission-list': '1', 'spo-app-list': `"${id}"` }).changes).toEqual([
      `spo site apppermission remove --siteUrl ${SITE} --appId ${APPLICATION} --force`,
      `spo app retract --id ${id} --force`,
      `spo app remove --id ${id} --force`
    ]);
    rmSync(join(folder, 'asked'));
    expect(run('uninstall.sh', [SITE, APPLICATION], { 'spo-site-apppermission-list': '0', 'spo-app-list': 'null' })).toMatchObject({ status: 0, changes: [] });
  });

  it('know the package by the id of the solution', () => {
    const { solution } = JSON.parse(readFileSync(join(__dirname, '../../config/package-solution.json'), 'utf8')) as { solution: { id: string } };
    expect(readFileSync(join(folder, 'sharepoint/scripts/uninstall.sh'), 'utf8')).toContain(solution.id);
  });
});
