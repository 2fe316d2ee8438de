import type { Segment } from '../odata/segments';
import { argument } from '../odata/segments';
import { problems } from '../problem';
import type { Item } from '../store/items';
import { PERMISSION } from '../store/permissions';
import type { Call, Resource } from './call';
import { action, demand, DONE, sees } from './call';
import { splitPath } from '../store/fileNames';

/** `SP.MoveCopyUtil`: moves and copies files and folders by path. */
export function moveCopyResource(segment: Segment): Resource | undefined {
  const match = /^sp\.movecopyutil\.(move|copy)(file|folder)(bypath)?$/.exec(segment.name);
  if (!match) {
    return undefined;
  }
  const [, verb, kind] = match;
  return action(async (call) => {
    const body = await call.json();
    const options = (body.options ?? {}) as { KeepBoth?: boolean };
    const source = pathOf(body.srcPath ?? body.srcUrl);
    const target = pathOf(body.destPath ?? body.destUrl);
    const choice = { overwrite: argument(segment, 'overwrite') === true, keepBoth: options.KeepBoth === true };
    const item = find(call, kind, source);
    const list = call.site.lists.containing(splitPath(target).folder);
    if (!list) {
      throw problems.notFound();
    }
    demand(call, list, PERMISSION.addListItems);
    if (verb === 'move') {
      demand(call, item.list, PERMISSION.deleteListItems);
      call.site.files.move(item, target, call.user, choice);
    } else {
      call.site.files.copy(item, target, call.user, choice);
    }
    return DONE;
  });
}

function find(call: Call, kind: string, path: string): Item {
  const item = kind === 'file' ? call.site.files.file(path) : call.site.files.folder(path)?.item;
  if (!item || !sees(call, item.list)) {
    throw kind === 'file' ? problems.noFile(path) : problems.notFound();
  }
  return item;
}

/** Paths come as `{ DecodedUrl: 'https://host/sites/x/...' }`: a whole URL that is not percent-encoded. */
function pathOf(sent: unknown): string {
  const text = typeof sent === 'string' ? sent : String((sent as { DecodedUrl?: unknown } | null)?.DecodedUrl ?? '');
  return text.replace(/^https?:\/\/[^/]+/i, '');
}
