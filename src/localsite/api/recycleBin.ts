import type { Segment } from '../odata/segments';
import { guidArgument } from '../odata/segments';
import { PERMISSION, has } from '../store/permissions';
import type { RecycledObject } from '../store/recycleBin';
import { WEB_SCOPE } from '../store/roles';
import { problems } from '../problem';
import type { Call, Resource } from './call';
import { action, DONE } from './call';

/** The recycle bin: everybody's own things, and everything for those who manage the site. */
export function recycleBinResource(segment: Segment, call: Call): Resource {
  const visible = (): RecycledObject[] => call.site.recycleBin.all().filter((object) => mayHandle(object, call));
  if (segment.args.length > 0) {
    return recycledResource(guidArgument(segment));
  }
  const each = (run: (object: RecycledObject) => void): Resource =>
    action(() => {
      visible().forEach(run);
      return DONE;
    });
  return {
    members: () => ({ metadata: 'SP.ApiData.RecycleBinItems', resources: visible().map((object) => recycledResource(object.id)) }),
    child(next) {
      switch (next.name) {
        case 'getbyid':
          return recycledResource(guidArgument(next));
        case 'deleteall':
          return each((object) => call.site.recycleBin.erase(object));
        case 'restoreall':
          return each((object) => call.site.recycleBin.restore(object));
        default:
          return undefined;
      }
    }
  };
}

function recycledResource(id: string): Resource {
  const find = (call: Call): RecycledObject => {
    const object = call.site.recycleBin.find(id);
    if (!mayHandle(object, call)) {
      throw problems.accessDenied();
    }
    return object;
  };
  return {
    entity(call) {
      const object = find(call);
      const by = call.site.principals.byId(object.deletedBy);
      return {
        type: 'SP.RecycleBinItem',
        path: `Web/RecycleBin('${object.id}')`,
        metadata: 'SP.ApiData.RecycleBinItems/@Element',
        properties: {
          DeletedByEmail: by?.email ?? '',
          DeletedByName: by?.title ?? '',
          DeletedDate: object.deletedAt,
          DirName: object.folder.replace(/^\//, ''),
          Id: object.id,
          ItemState: 1,
          ItemType: object.itemType,
          LeafName: object.leaf,
          Size: String(object.size),
          Title: object.leaf
        }
      };
    },
    child(segment) {
      switch (segment.name) {
        case 'restore':
          return action((call) => {
            call.site.recycleBin.restore(find(call));
            return DONE;
          });
        case 'deleteobject':
          return action((call) => {
            call.site.recycleBin.erase(find(call));
            return DONE;
          });
        default:
          return undefined;
      }
    }
  };
}

function mayHandle(object: RecycledObject, call: Call): boolean {
  return object.deletedBy === call.user.id || has(call.site.roles.permissions(WEB_SCOPE, call.user), PERMISSION.manageWeb);
}
