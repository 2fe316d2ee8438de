'use strict';

/**
 * Builds the service and its commands for production: plain JavaScript in `build/service`, in which everything that they
 * import is bundled and nothing is minified, so that neither TypeScript nor `node_modules` is needed to run them. The folders are those of the
 * sources, because the commands find `config/working-group.json` from where they are.
 */
const { rmSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..');
const outdir = join(root, 'build/service');

rmSync(outdir, { recursive: true, force: true });
buildSync({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/service/main.ts',
    documentInspection: 'src/service/documentInspection.ts',
    'commands/provision': 'src/service/commands/provision.ts',
    'commands/desk': 'src/service/commands/desk.ts',
    // Piscina starts its threads from a file beside its own.
    worker: join(dirname(require.resolve('piscina')), 'worker.js')
  },
  outdir,
  bundle: true,
  // A native part of Piscina that lowers the priority of threads, which is not asked of it; it does without.
  external: ['@napi-rs/nice'],
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  legalComments: 'external',
  logLevel: 'warning'
});
