import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { chromium, type Browser } from 'playwright-core';

const packageRoot = resolve(__dirname, '../..');

/** Read as a file, because the package does not export its `package.json`. */
function browserPackageVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageRoot, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  return manifest.version;
}

/** Where unpacked browsers may be kept, the first writable one is taken. */
const cacheFolders = [join(packageRoot, 'node_modules', '.cache'), join(tmpdir(), `contribution-desk-${process.getuid?.() ?? 0}`)];

/** Unpacks the package's archives below `TMPDIR` and prints the path; the package reads both variables when it is loaded. */
const unpackScript = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/** The system's fonts and the ones that came with the browser, so that text also shows on a machine without any font. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  );
}

/**
 * Unpacks the browser once for each version. Test files run side by side, and the package itself
 * writes in place: another process would start a half-written program. So it is unpacked in a
 * folder of its own and renamed, and whoever comes second uses what the first one made.
 */
async function unpackInto(cacheFolder: string): Promise<string> {
  const finished = join(cacheFolder, `chromium-${browserPackageVersion()}`);
  if (await exists(finished)) {
    return finished;
  }
  await mkdir(cacheFolder, { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(`${finished}-`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpackScript], {
      cwd: packageRoot,
      // The second variable makes the package unpack the shared libraries too that a slim machine lacks.
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
    });
    await writeFile(join(staging, 'fonts', 'fonts.conf'), fontConfiguration(finished));
    await rename(staging, finished);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await exists(finished))) {
      throw error;
    }
  }
  return finished;
}

async function unpackedBrowser(): Promise<string> {
  const failures: unknown[] = [];
  for (const cacheFolder of cacheFolders) {
    try {
      return await unpackInto(cacheFolder);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `The test browser could not be unpacked into any of ${cacheFolders.join(', ')}. Make one of them writable, with 250 MB free.`);
}

/** How long the browser may take to start, and anything on a page to happen. */
const LONGEST_WAIT_MS = 90_000;

/**
 * A real headless Chromium. On Linux (x64) it comes out of an npm package; elsewhere the installed
 * Chrome is used, as that package carries a Linux program only. The caller closes it.
 *
 * The flags are our own: those that `@sparticuz/chromium` proposes switch the same-origin policy off
 * and put everything into one process, and a test would no longer see what a user's browser does.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return patient(await chromium.launch({ channel: 'chrome', timeout: LONGEST_WAIT_MS }));
  }
  const folder = await unpackedBrowser();
  const libraryPath = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  const browser = await chromium.launch({
    timeout: LONGEST_WAIT_MS,
    executablePath: join(folder, 'chromium'),
    chromiumSandbox: false,
    args: ['--font-render-hinting=none', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: libraryPath, FONTCONFIG_PATH: join(folder, 'fonts') } as Record<string, string>
  });
  return patient(browser);
}

/** Has every page of a browser wait longer than Playwright's half a minute: machines that test differ, and a wait that is met costs nothing. */
function patient(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    return context;
  };
  return browser;
}
