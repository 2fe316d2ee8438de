import type { Segment } from '../odata/segments';
import { argument, numberArgument, textArgument } from '../odata/segments';
import { problems } from '../problem';
import { PERMISSION } from '../store/permissions';
import type { Role } from '../store/permissions';
import { WEB_SCOPE } from '../store/roles';
import type { Call, Resource } from './call';
import { NO_CONTENT, action, basePermissions, DONE, func, value } from './call';
import { entityAnswer } from './shape';

/** What the site and each list have in common: permission levels, who has them, inheritance. */
export function securityResource(segment: Segment, scope: string): Resource | undefined {
  switch (segment.name) {
    case 'roledefinitions':
      return scope === WEB_SCOPE ? roleDefinitions(segment) : undefined;
    case 'roleassignments':
      return roleAssignments(segment, scope);
    case 'breakroleinheritance':
      return action((call) => {
        demandManage(call, scope);
        call.site.roles.breakInheritance(scope, argument(segment, 'copyroleassignments') === true, call.user);
        return DONE;
      });
    case 'resetroleinheritance':
      return action((call) => {
        demandManage(call, scope);
        call.site.roles.inherit(scope);
        return DONE;
      });
    case 'getusereffectivepermissions':
      return func((call) => {
        const login = textArgument(segment, 'user');
        const user = call.site.principals.user(login);
        if (!user) {
          throw problems.noUser(login);
        }
        return value(call, basePermissions(call, scope, user), 'GetUserEffectivePermissions');
      });
    case 'doesuserhavepermissions':
      return func((call) => value(call, true, 'DoesUserHavePermissions'));
    case 'firstuniqueancestorsecurableobject':
      return { get: (call) => value(call, { 'odata.id': `${call.webUrl}/_api/Web`, Id: call.site.roles.isUnique(scope) ? scope : WEB_SCOPE }) };
    default:
      return undefined;
  }
}

function roleAssignments(segment: Segment, scope: string): Resource {
  const one = (principalId: number): Resource => ({
    entity: () => ({
      type: 'SP.RoleAssignment',
      path: `Web/RoleAssignments(${principalId})`,
      metadata: 'SP.ApiData.RoleAssignments/@Element',
      properties: { PrincipalId: principalId }
    }),
    child(next, call) {
      switch (next.name) {
        case 'member': {
          const member = call.site.principals.byId(principalId);
          return member && call.open.principal(member);
        }
        case 'roledefinitionbindings': {
          const ids = call.site.roles.assignments(scope).find((assignment) => assignment.principalId === principalId)?.roleIds ?? [];
          return { members: () => ({ metadata: 'SP.ApiData.RoleDefinitions', resources: call.site.roles.all().filter((role) => ids.includes(role.id)).map(roleResource) }) };
        }
        case 'groups':
          return call.open.principals('group', call.site.principals.groupsOf(principalId));
        default:
          return undefined;
      }
    },
    delete(call) {
      demandManage(call, scope);
      call.site.roles.unassign(scope, principalId);
      return DONE;
    }
  });
  if (segment.args.length > 0) {
    return one(numberArgument(segment, 'principalid'));
  }
  return {
    members: (call) => ({ metadata: 'SP.ApiData.RoleAssignments', resources: call.site.roles.assignments(scope).map(({ principalId }) => one(principalId)) }),
    child(next) {
      const change = (run: (call: Call, principalId: number, roleId: number) => void): Resource =>
        action((call) => {
          demandManage(call, scope);
          run(call, principalOf(call, numberArgument(next, 'principalid')), numberArgument(next, 'roledefid', 1));
          return DONE;
        });
      switch (next.name) {
        case 'addroleassignment':
          return change((call, principalId, roleId) => {
            const role = call.site.roles.find(({ id }) => id === roleId, String(roleId));
            if (!call.site.roles.isUnique(scope)) {
              throw problems.badArgument('This operation is not allowed on an object that inherits permissions.');
            }
            call.site.roles.assign(scope, principalId, role.id);
          });
        case 'removeroleassignment':
          return change((call, principalId, roleId) => call.site.roles.unassign(scope, principalId, roleId));
        case 'getbyprincipalid':
          return one(numberArgument(next, 'principalid'));
        default:
          return undefined;
      }
    }
  };
}

function principalOf(call: Call, id: number): number {
  if (!call.site.principals.byId(id)) {
    throw problems.noUser(String(id));
  }
  return id;
}

function roleDefinitions(segment: Segment): Resource {
  const byId = (call: Call, id: number): Resource => roleResource(call.site.roles.find((role) => role.id === id, String(id)));
  if (segment.args.length > 0) {
    return deferred((call) => byId(call, numberArgument(segment, 'id')));
  }
  return {
    members: (call) => ({ metadata: 'SP.ApiData.RoleDefinitions', resources: call.site.roles.all().map(roleResource) }),
    child(next, call) {
      switch (next.name) {
        case 'getbyid':
          return byId(call, numberArgument(next, 'id'));
        case 'getbyname': {
          const name = textArgument(next, 'name');
          return roleResource(call.site.roles.find((role) => role.name.toLowerCase() === name.toLowerCase(), name));
        }
        case 'getbytype': {
          const kind = numberArgument(next, 'roletype');
          return roleResource(call.site.roles.find((role) => role.kind === kind, String(kind)));
        }
        default:
          return undefined;
      }
    },
    async post(call) {
      demandManage(call, WEB_SCOPE);
      const { Name: name, Description: description = '', Order: order = 0, BasePermissions: mask } = await call.json();
      return entityAnswer(roleResource(call.site.roles.add({ name: String(name), description: String(description), order: Number(order), mask: maskOf(mask) })), call, 201);
    }
  };
}

function roleResource(role: Role): Resource {
  return {
    entity: () => ({
      type: 'SP.RoleDefinition',
      path: `Web/RoleDefinitions(${role.id})`,
      metadata: 'SP.ApiData.RoleDefinitions/@Element',
      properties: {
        BasePermissions: { High: String(role.mask.high), Low: String(role.mask.low) },
        Description: role.description,
        Hidden: role.kind === 1,
        Id: role.id,
        Name: role.name,
        Order: role.order,
        RoleTypeKind: role.kind
      }
    }),
    async merge(call) {
      demandManage(call, WEB_SCOPE);
      const body = await call.json();
      call.site.roles.update({
        ...role,
        ...(typeof body.Name === 'string' && { name: body.Name }),
        ...(typeof body.Description === 'string' && { description: body.Description }),
        ...(body.BasePermissions !== undefined && { mask: maskOf(body.BasePermissions) })
      });
      return NO_CONTENT;
    },
    delete(call) {
      demandManage(call, WEB_SCOPE);
      call.site.roles.delete(role);
      return DONE;
    }
  };
}

/** A resource that is looked up only when it is asked. */
function deferred(find: (call: Call) => Resource): Resource {
  return {
    entity: (call) => (find(call).entity as NonNullable<Resource['entity']>)(call),
    merge: (call) => (find(call).merge as NonNullable<Resource['merge']>)(call),
    delete: (call) => (find(call).delete as NonNullable<Resource['delete']>)(call)
  };
}

function maskOf(sent: unknown): Role['mask'] {
  const { High: high = 0, Low: low = 0 } = (sent ?? {}) as { High?: unknown; Low?: unknown };
  return { high: Number(high), low: Number(low) };
}

function demandManage(call: Call, scope: string): void {
  call.site.roles.demand(scope, call.user, PERMISSION.managePermissions);
}
