import { openAsBlob } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connectFromNode } from '../../../src/service/siteConnection';
import { Contributions } from '../../../src/site/contributions';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are still needed: a machine that is busy collects late, and what it has not collected yet says nothing. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * Uploads a file in a process of its own and prints by how many bytes its memory in use grew at most meanwhile.
 * Arguments: the site's address, the file's path.
 */
async function main([siteUrl, path]: string[]): Promise<void> {
  const contributions = new Contributions(connectFromNode({ siteUrl, headers: { 'X-Local-User': 'delegate.fr@example.org' } }));
  const content = await openAsBlob(path);
  const before = inUse();
  let most = before;
  await contributions.upload('very-large.pdf', content, {
    onProgress: () => {
      most = Math.max(most, inUse());
    }
  });
  process.stdout.write(String(most - before));
}

void main(process.argv.slice(2));
