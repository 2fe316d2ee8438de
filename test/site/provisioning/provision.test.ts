import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/security';
import { ConfigurationError } from '../../../src/rules/workingGroup';
import { provision } from '../../../src/site/provisioning/provision';
import type { ProvisioningReport, ProvisioningState } from '../../../src/site/provisioning/report';
import { SITE_SCHEMA } from '../../../src/site/schema';
import { emptySite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';
import { shippedConfiguration } from '../../support/workingGroup';

let site: TestSite;

beforeEach(async () => {
  site = await emptySite();
});
afterEach(() => site.stop());

const configuration = shippedConfiguration();

function setUp(options: { configuration?: unknown; replaceConfiguration?: boolean } = {}): Promise<ProvisioningReport> {
  return provision(site.connect('service'), { configuration, ...options });
}

function named(report: ProvisioningReport, state: ProvisioningState): string[] {
  return report.filter((entry) => entry.state === state).map(({ name }) => name);
}

describe('provisioning', () => {
  it('makes every list and column of the schema', async () => {
    const created = named(await setUp(), 'created');
    for (const { title, columns } of Object.values(SITE_SCHEMA)) {
      expect(created).toEqual(expect.arrayContaining([title, ...columns.map(({ name }) => `${title}.${name}`)]));
    }
  });

  it('finds everything present the second time', async () => {
    await setUp();
    const again = await setUp();
    expect(again.filter(({ state }) => state !== 'present')).toEqual([]);
    expect(again.length).toBeGreaterThan(60);
  });

  it('turns version history on everywhere', async () => {
    const { sp } = site.connect('service');
    await sp.web.lists.add('Meetings');
    await setUp();
    const lists = await sp.web.lists.select('Title', 'EnableVersioning')<{ Title: string; EnableVersioning: boolean }[]>();
    for (const { title } of Object.values(SITE_SCHEMA)) {
      expect(lists.find(({ Title }) => Title === title)).toMatchObject({ EnableVersioning: true });
    }
  });

  it('reports a column that differs with what to do, and leaves it as it is', async () => {
    const { sp } = site.connect('service');
    await sp.web.lists.add('Meetings');
    const { fields } = sp.web.lists.getByTitle('Meetings');
    await fields.addText('MeetingStart');
    const report = await setUp();
    expect(named(report, 'differs')).toEqual(['Meetings.MeetingStart']);
    expect(report.find(({ name }) => name === 'Meetings.MeetingStart')?.advice).toMatch(/is of type Text and should be DateTime.*list's settings/);
    expect(await fields.getByInternalNameOrTitle('MeetingStart')()).toMatchObject({ TypeAsString: 'Text' });
  });

  it('adds the choices that a column of an earlier version lacks, and keeps those that somebody added', async () => {
    const { sp } = site.connect('service');
    await sp.web.lists.add('Reminders');
    const { fields } = sp.web.lists.getByTitle('Reminders');
    await fields.addChoice('ReminderStatus', { Choices: ['claimed', 'posted', 'of our own', 'skipped', 'failed'], Indexed: true } as never);
    const report = await setUp();
    expect(report.filter(({ state }) => state === 'extended')).toEqual([{ kind: 'column', name: 'Reminders.ReminderStatus', state: 'extended', advice: 'The choices sending were added.' }]);
    expect(await fields.getByInternalNameOrTitle('ReminderStatus')()).toMatchObject({ TypeAsString: 'Choice', Choices: ['claimed', 'posted', 'of our own', 'skipped', 'failed', 'sending'] });
    expect((await setUp()).filter(({ state }) => state !== 'present')).toEqual([]);
  });

  it('adds what an interrupted run left out', async () => {
    await setUp();
    const { sp } = site.connect('service');
    await sp.web.lists.getByTitle('Reminders').fields.getByInternalNameOrTitle('ActivityId').delete();
    await sp.web.lists.getByTitle('DeskState').delete();
    const created = named(await setUp(), 'created');
    expect(created).toEqual(expect.arrayContaining(['Reminders.ActivityId', 'DeskState', 'DeskState.StateKey']));
    expect(created).not.toContain('Meetings');
  });

  it('keeps a published configuration that was changed on the site, and replaces it on request', async () => {
    await setUp();
    const changed = { ...configuration, reminderHour: 10 };
    const report = await setUp({ configuration: changed });
    expect(named(report, 'differs')).toEqual(['DeskConfiguration/working-group.json']);
    expect((await site.desk('member').configuration.read()).reminderHour).toBe(9);
    await setUp({ configuration: changed, replaceConfiguration: true });
    expect((await site.desk('member').configuration.read()).reminderHour).toBe(10);
  });

  it('touches nothing when the configuration cannot be used', async () => {
    await expect(setUp({ configuration: { ...configuration, zone: 'Europe/Geneva' } })).rejects.toThrow(ConfigurationError);
    await expect(site.desk().meetings.all()).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('is refused to somebody who does not own the site', async () => {
    await expect(provision(site.connect('member'), { configuration })).rejects.toMatchObject({ kind: 'notAllowed' });
  });

  it('gives each group what the schema says', async () => {
    await setUp();
    const meeting = { Title: 'M' };
    await expect(site.connect('delegate.fr').sp.web.lists.getByTitle('Meetings').items.add(meeting)).rejects.toMatchObject({ kind: 'notAllowed' });
    await expect(site.connect('member').sp.web.lists.getByTitle('LanguageRequests').items.add(meeting)).rejects.toMatchObject({ kind: 'notAllowed' });
    await expect(site.connect('delegate.fr').sp.web.lists.getByTitle('Reminders').items()).rejects.toMatchObject({ kind: expect.stringMatching(/notAllowed|notFound/) as string });
    await expect(site.connect('delegate.fr').sp.web.lists.getByTitle('LanguageRequests').items.add(meeting)).resolves.toBeDefined();
    await expect(site.connect('secretariat').sp.web.lists.getByTitle('Meetings').items.add(meeting)).resolves.toBeDefined();
    await expect(site.desk('member').meetings.all()).resolves.toBeDefined();
    await expect(site.desk('visitor').meetings.all()).resolves.toBeDefined();
  });

  it('reports a group that was given more than it should have', async () => {
    await setUp();
    const { sp } = site.connect('service');
    const groups = await sp.web.siteGroups<{ Id: number; Title: string }[]>();
    const roles = await sp.web.roleDefinitions<{ Id: number; RoleTypeKind: number }[]>();
    const members = groups.find(({ Title }) => Title === 'Members')?.Id ?? 0;
    const contribute = roles.find(({ RoleTypeKind }) => RoleTypeKind === 3)?.Id ?? 0;
    await sp.web.lists.getByTitle('Meetings').roleAssignments.add(members, contribute);
    expect(named(await setUp(), 'differs')).toEqual(['Meetings: Members']);
  });
});
