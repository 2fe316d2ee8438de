import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '../../..');
const HELLO = resolve(__dirname, '../hello');
/** What makes a folder a project of the toolchain; the rest of the configuration is shared as it is. */
const SHARED = ['gulpfile.js', 'package.json', 'config/package-solution.json', 'config/write-manifests.json', 'config/copy-assets.json', 'config/sass.json'];

/** A build of the web part that says hello. */
export interface HelloBuild {
  /** The folder that takes the place of `release`. */
  readonly release: string;
  remove(): Promise<void>;
}

/**
 * Builds the web part that says hello as `npm run build` builds the desk: the same packages, the same gulpfile, the same
 * compiler's settings, in a temporary project.
 */
export async function buildHello(): Promise<HelloBuild> {
  const project = await mkdtemp(join(tmpdir(), 'bench-hello-'));
  await mkdir(join(project, 'config'));
  for (const file of SHARED) {
    await cp(join(ROOT, file), join(project, file));
  }
  await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  await cp(HELLO, join(project, 'src/hello'), { recursive: true });
  const { compilerOptions, extends: base } = JSON.parse(await readFile(join(ROOT, 'tsconfig.json'), 'utf8')) as { compilerOptions: object; extends: string };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ extends: base, compilerOptions, include: ['src/**/*'] }));
  const bundles = { 'hello-web-part': { components: [{ entrypoint: './lib/hello/HelloWebPart.js', manifest: './src/hello/HelloWebPart.manifest.json' }] } };
  await writeFile(join(project, 'config/config.json'), JSON.stringify({ version: '2.0', bundles, externals: {}, localizedResources: {} }));
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/gulp/bin/gulp.js'), 'bundle', '--ship'], { cwd: project, maxBuffer: 16 * 1024 * 1024 });
  return { release: join(project, 'release'), remove: () => rm(project, { recursive: true, force: true }) };
}
