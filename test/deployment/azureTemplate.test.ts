import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_VARIABLES } from '../../src/service/siteConnection';
import { SETTING_VARIABLES } from '../../src/service/settings';

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

  it('gives the service settings that it knows', () => {
    const given = [...text.matchAll(/'name', '(\w+)'|"name": "([A-Z][A-Z_]+)"/g)].map(([, inExpression, inJson]) => inExpression ?? inJson);
    expect(given).toEqual(expect.arrayContaining(['SITE_URL', 'PUBLIC_URL', 'SITE_CERTIFICATE_PATH', 'MicrosoftAppId', 'TEAMS_APP_ID']));
    // For the storage of shared jobs, read by Azure's own library.
    const known: readonly string[] = [...SETTING_VARIABLES, ...SITE_VARIABLES, 'AZURE_CLIENT_ID'];
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
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
