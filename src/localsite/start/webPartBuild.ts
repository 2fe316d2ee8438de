import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './startProblem';

/** Where sources of the web part's bundle stand. */
const SOURCES = ['src/webparts', 'src/rules', 'src/documents', 'src/messages', 'src/site', 'config/config.json', 'package.json'];

/**
 * Builds the web part's bundle when there is none or when a source is newer.
 * @param root the folder of the repository
 * @throws StartProblem when the build fails
 */
export function ensureWebPartBuild(root: string): void {
  const built = newest(join(root, 'release/manifests'));
  if (built > Math.max(...SOURCES.map((source) => newest(join(root, source))))) {
    return;
  }
  console.log('Building the web part (about 20 seconds) ...');
  const gulp = join(root, 'node_modules/gulp/bin/gulp.js');
  // Without the cleaning, chunks of earlier builds would stay beside the new ones.
  for (const task of [['clean'], ['bundle', '--ship']]) {
    const build = spawnSync(process.execPath, [gulp, ...task], { cwd: root, encoding: 'utf8' });
    if (build.status !== 0) {
      throw new StartProblem(
        `The web part could not be built:\n${build.stdout}${build.stderr}\nMend what it names, then start again; "npm run build" shows the same.`
      );
    }
  }
}

/** When the newest file below a path was changed, in milliseconds since the epoch; 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) {
    return 0;
  }
  const stats = statSync(path);
  return stats.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : stats.mtimeMs;
}
