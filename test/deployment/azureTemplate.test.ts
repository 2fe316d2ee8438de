import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGroupSettings } from '../../src/service/groupSettings';
import { groupPath } from '../../src/service/groupPath';
import { SITE_VARIABLES } from '../../src/service/siteConnection';
import { SETTING_VARIABLES } from '../../src/service/settings';
import { EvaluatedTemplate } from './support/armTemplate';

interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly dependsOn?: readonly string[];
}

interface Probe {
  readonly type: string;
  readonly httpGet: { readonly path: string; readonly port: number };
  readonly periodSeconds: number;
  readonly failureThreshold: number;
}

interface ContainerApp {
  readonly identity: { readonly userAssignedIdentities: Readonly<Record<string, object>> };
  readonly properties: { readonly template: { readonly containers: readonly { readonly env: readonly { readonly name: string; readonly value?: string; readonly secretRef?: string }[] }[] } };
}

interface Bot {
  readonly name: string;
  readonly properties: { readonly endpoint: string; readonly msaAppId: string; readonly msaAppMSIResourceId: string };
}

const APPS = ['11111111-2222-3333-4444-555555555555', '66666666-2222-3333-4444-555555555555'] as const;

const folder = join(__dirname, '../../config/azure');
const text = readFileSync(join(folder, 'main.json'), 'utf8');
const template = JSON.parse(text) as {
  readonly parameters: Record<string, { type: string; defaultValue?: unknown }>;
  readonly variables: Record<string, unknown>;
  readonly resources: readonly Resource[];
};

/** Every expression of the template, without its brackets. */
function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.startsWith('[') ? [value.slice(1, -1)] : [];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => [...expressionsIn(key), ...expressionsIn(each)]);
  }
  return [];
}

const expressions = expressionsIn(template);
const named = (call: string): string[] => expressions.flatMap((expression) => [...expression.matchAll(new RegExp(`\\b${call}\\('([^']+)'`, 'g'))].map(([, name]) => name));

describe('the template for Azure', () => {
  it('has expressions that close what they open', () => {
    for (const expression of expressions) {
      const outside = expression.replace(/'[^']*'/g, '');
      expect(outside).not.toContain("'");
      expect([expression, outside.split('(').length]).toEqual([expression, outside.split(')').length]);
    }
  });

  it('uses what it declares and declares what it uses', () => {
    const copies = (template.variables.copy as { name: string }[]).map(({ name }) => name);
    const declared = [...Object.keys(template.variables).filter((name) => name !== 'copy'), ...copies];
    expect([...new Set(named('parameters'))].sort()).toEqual(Object.keys(template.parameters).sort());
    expect([...new Set(named('variables'))].sort()).toEqual(declared.sort());
  });

  it('refers to resources that it makes', () => {
    const types = template.resources.map(({ type }) => type);
    expect(new Set(named('resourceId')).size).toBeGreaterThan(3);
    expect(named('resourceId').filter((type) => !types.includes(type))).toEqual([]);
  });

  it('asks for versions of resources by their date', () => {
    expect(template.resources.filter(({ apiVersion }) => !/^20\d\d-\d\d-\d\d$/.test(apiVersion))).toEqual([]);
  });

  describe.each([
    ['one group', { siteUrl: 'https://example.sharepoint.com/sites/sop', teamsAppId: APPS[0] }, [undefined]],
    [
      'several groups',
      {
        groups: [
          { name: 'SOP', siteUrl: 'https://example.sharepoint.com/sites/sop', deskUrl: 'https://example.sharepoint.com/sites/sop/SitePages/Desk.aspx', teamsAppId: APPS[0] },
          { name: 'Rdtp', siteUrl: 'https://example.sharepoint.com/sites/rdtp' },
          { name: 'PREP', siteUrl: 'https://example.sharepoint.com/sites/prep', teamsAppId: APPS[1] }
        ]
      },
      ['sop', 'rdtp', 'prep']
    ]
  ])('for %s', (_of, parameters, names) => {
    const evaluated = new EvaluatedTemplate(template, {
      name: 'desk',
      siteClientId: APPS[0],
      image: 'contribution-desk:0.1.0',
      settings: [{ name: 'MAIL_TRANSPORT', value: 'smtp' }, { name: 'MAIL_FROM', value: 'desk@example.org' }],
      secretSettings: [{ name: 'SMTP_URL', secret: 'smtp-url' }],
      ...parameters
    });
    const [app] = evaluated.resources('Microsoft.App/containerApps') as unknown as ContainerApp[];
    const [{ env }] = app.properties.template.containers;
    const bots = evaluated.resources('Microsoft.BotService/botServices') as unknown as Bot[];
    // In the place of what only Azure knows: an id, and a secret's value.
    const idOf = (clientId: string): string => `00000000-0000-0000-0000-${String(1 + Object.keys(app.identity.userAssignedIdentities).findIndex((id) => clientId.endsWith(` of ${id.split('/').at(-1)}`))).padStart(12, '0')}`;
    const environment = Object.fromEntries(env.map(({ name, value, secretRef }) => [name, value?.startsWith('clientId of ') === true ? idOf(value) : secretRef === 'smtp-url' ? 'smtps://user:password@mail.example.org' : value]));

    it('gives the service settings that it takes, each group with its own bot', () => {
      const { groups, ignored } = readGroupSettings(environment);
      expect(groups.map(({ name }) => name)).toEqual(names);
      expect(ignored).toEqual([]);
      expect(groups.map(({ settings: { publicUrl } }) => publicUrl)).toEqual(names.map((name) => `https://desk.example.azurecontainerapps.io${groupPath(name)}`));
      expect(groups.map(({ settings: { bot, publicUrl } }) => [bot?.appId, `${publicUrl}/api/messages`])).toEqual(bots.map(({ properties: { msaAppId, endpoint } }) => [idOf(msaAppId), endpoint]));
      expect(groups[0].settings).toMatchObject({ teamsAppId: APPS[0], mail: { transport: 'smtp' }, bot: { appType: 'UserAssignedMSI' } });
    });

    it('sets nothing that the service does not know', () => {
      // For the storage of shared jobs, read by Azure's own library.
      const known: readonly string[] = [...SETTING_VARIABLES, ...SITE_VARIABLES, 'AZURE_CLIENT_ID'];
      const prefix = new RegExp(`^(${names.map((name) => name?.toUpperCase()).join('|')})_`);
      expect(Object.keys(environment).filter((name) => !known.includes(name.replace(prefix, '')))).toEqual([]);
      expect(new Set(env.map(({ name }) => name)).size).toBe(env.length);
    });

    it('registers for each group a bot that is an identity of the service, in Teams', () => {
      const held = Object.keys(app.identity.userAssignedIdentities);
      expect(bots.map(({ properties }) => held.includes(properties.msaAppMSIResourceId))).toEqual(names.map(() => true));
      expect(bots.map(({ properties }) => properties.msaAppId)).toEqual(bots.map(({ properties }) => `clientId of ${properties.msaAppMSIResourceId.split('/').at(-1)}`));
      expect(new Set(bots.map(({ name }) => name)).size).toBe(names.length);
      expect(evaluated.resources('Microsoft.BotService/botServices/channels').map(({ name }) => name)).toEqual(bots.map(({ name }) => `${name}/MsTeamsChannel`));
      const made = evaluated.resources('Microsoft.ManagedIdentity/userAssignedIdentities').map(({ name }) => `Microsoft.ManagedIdentity/userAssignedIdentities/${String(name)}`);
      expect(made.sort()).toEqual(held.sort());
    });
  });

  it('gives a service without a site, which nobody named, a setting that it refuses', () => {
    const [app] = new EvaluatedTemplate(template, { name: 'desk', image: 'contribution-desk:0.1.0' }).resources('Microsoft.App/containerApps') as unknown as ContainerApp[];
    const { value } = app.properties.template.containers[0].env.find(({ name }) => name === 'SITE_URL') ?? {};
    expect(() => readGroupSettings({ SITE_URL: value })).toThrow('SITE_URL must be a web address');
  });

  it('makes neither service nor bot before there is an image', () => {
    const evaluated = new EvaluatedTemplate(template, { name: 'desk', siteUrl: 'https://example.sharepoint.com/sites/sop' });
    expect([...evaluated.resources('Microsoft.App/containerApps'), ...evaluated.resources('Microsoft.BotService/botServices')]).toEqual([]);
    expect(evaluated.resources('Microsoft.ContainerRegistry/registries')).toHaveLength(1);
  });

  it('asks the service where it answers, within the limits of Container Apps', () => {
    const container = (template.resources.find(({ type }) => type === 'Microsoft.App/containerApps') as unknown as { properties: { configuration: { ingress: { targetPort: number } }; template: { containers: { probes: Probe[] }[] } } }).properties;
    const [{ probes }] = container.template.containers;
    expect(probes.map(({ type, httpGet }) => [type, httpGet.path])).toEqual([['Startup', '/livez'], ['Liveness', '/livez'], ['Readiness', '/readyz']]);
    for (const { httpGet, periodSeconds, failureThreshold } of probes) {
      expect(httpGet.port).toBe(container.configuration.ingress.targetPort);
      expect([periodSeconds <= 240, failureThreshold <= 10]).toEqual([true, true]);
    }
  });

  it('holds no secret, and takes none as a parameter', () => {
    expect(text).not.toMatch(/MicrosoftAppPassword|BEGIN [A-Z ]*PRIVATE KEY|AccountKey=/);
    expect(Object.values(template.parameters).filter(({ type }) => /secure/i.test(type))).toEqual([]);
  });
});

describe('the image', () => {
  const lines = readFileSync(join(folder, 'Dockerfile'), 'utf8').split('\n');
  const final = lines.slice(lines.map((line) => line.startsWith('FROM')).lastIndexOf(true));

  it('is built from what its build is given', () => {
    const kept = readFileSync(join(folder, '../../.dockerignore'), 'utf8').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.map((path) => path.split('/')[0]).filter((path) => !kept.includes(path))).toEqual([]);
  });

  it('runs the built service as nobody in particular, on a Node that the build aims at', () => {
    expect(final[0]).toMatch(/^FROM node:22/);
    expect(final).toContain('USER node');
    expect(final).toContain('CMD ["node", "build/service/main.js"]');
    expect(final.findIndex((line) => line.startsWith('USER'))).toBeLessThan(final.findIndex((line) => line.startsWith('CMD ')));
    expect(final.join('\n')).not.toMatch(/npm |tsx|COPY src/);
  });
});
