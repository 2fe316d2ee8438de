import { join } from 'node:path';

import { build } from 'esbuild';

/**
 * The workbench page's own script, bundled from `page/`. It is one file with its own React, apart
 * from the React that the web part gets.
 */
export async function bundlePageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'page', 'main.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    // The repository's tsconfig is for the web part's toolchain; the page needs none of its settings.
    tsconfigRaw: { compilerOptions: { jsx: 'react', target: 'es2022' } }
  });
  return outputFiles[0].text;
}
