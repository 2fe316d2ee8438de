import type { Segment } from '../odata/segments';
import { argument, numberArgument, textArgument } from '../odata/segments';
import { problems } from '../problem';
import type { Item, ItemVersion } from '../store/items';
import { pathOf } from '../store/items';
import { PERMISSION } from '../store/permissions';
import type { Answer, Call, Resource } from './call';
import { action, demand, DONE } from './call';

/** The earlier versions of a file with their contents (`.../versions`); the current one is the file itself. */
export function fileVersionsResource(file: Item, segment: Segment, call: Call): Resource {
  const past = (): ItemVersion[] => call.site.items.versions(file).filter((version) => !version.current);
  const find = (match: (version: ItemVersion) => boolean): ItemVersion => {
    const version = past().find(match);
    if (!version) {
      throw problems.notFound();
    }
    return version;
  };
  const byId = (id: number): ItemVersion => find((version) => version.number * 512 === id);
  const byLabel = (label: string): ItemVersion => find((version) => `${version.number}.0` === label);
  if (segment.args.length > 0) {
    return versionResource(file, byId(numberArgument(segment, 'id')));
  }
  return {
    members: () => ({ metadata: 'SP.ApiData.FileVersions', resources: past().map((version) => versionResource(file, version)) }),
    child(next) {
      switch (next.name) {
        case 'getbyid':
          return versionResource(file, byId(Number(argument(next, 'versionid'))));
        case 'deletebyid':
        case 'recyclebyid':
          return remove(file, () => [byId(Number(argument(next, 'vid')))]);
        case 'deletebylabel':
        case 'recyclebylabel':
          return remove(file, () => [byLabel(textArgument(next, 'versionlabel'))]);
        case 'deleteall':
          return remove(file, past);
        case 'restorebylabel':
          return action((asked) => restore(file, byLabel(textArgument(next, 'versionlabel')), asked));
        default:
          return undefined;
      }
    }
  };
}

function versionResource(file: Item, version: ItemVersion): Resource {
  const { content } = version.item;
  const label = `${version.number}.0`;
  return {
    entity: () => ({
      type: 'SP.FileVersion',
      path: `Web/GetFileByServerRelativePath(decodedurl='${encodeURIComponent(pathOf(file).replaceAll("'", "''"))}')/Versions(${version.number * 512})`,
      metadata: 'SP.ApiData.FileVersions/@Element',
      properties: {
        CheckInComment: version.item.checkInComment,
        Created: version.item.modified,
        ID: version.number * 512,
        IsCurrentVersion: false,
        Length: String(content?.size ?? 0),
        Size: content?.size ?? 0,
        Url: `_vti_history/${version.number * 512}${pathOf(file)}`,
        VersionLabel: label
      }
    }),
    child: (segment) =>
      segment.name === '$value' || segment.name === 'openbinarystream'
        ? { get: (call) => ({ status: 200, headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(content?.size ?? 0) }, ...(content && { stream: call.site.content.read(content.hash) }) }) }
        : undefined,
    delete: (call) => (remove(file, () => [version]).post as (call: Call) => Answer)(call)
  };
}

function remove(file: Item, chosen: () => ItemVersion[]): Resource {
  return action((call) => {
    demand(call, file.list, PERMISSION.deleteListItems);
    chosen().forEach((version) => call.site.items.deleteVersion(file, version.number));
    return DONE;
  });
}

function restore(file: Item, version: ItemVersion, call: Call): Answer {
  demand(call, file.list, PERMISSION.editListItems);
  const { content, values } = version.item;
  call.site.files.demandNotLocked(file, call.user);
  call.site.items.update(file, call.user.id, { values, ...(content && { content }) });
  return DONE;
}
