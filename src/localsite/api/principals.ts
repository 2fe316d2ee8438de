import type { Segment } from '../odata/segments';
import { argument, numberArgument, textArgument } from '../odata/segments';
import { problems } from '../problem';
import { PERMISSION } from '../store/permissions';
import type { Principal } from '../store/principals';
import { WEB_SCOPE } from '../store/roles';
import type { Answer, Call, Resource } from './call';
import { NO_CONTENT, action, DONE } from './call';
import { entityAnswer } from './shape';

/**
 * The users or the groups of the site, or those of one group or user.
 * @param chosen nothing for all of the site
 * @param group the group whose users they are
 */
export function principalsResource(kind: Principal['kind'], chosen?: readonly Principal[], group?: Principal): Resource {
  const all = (call: Call): readonly Principal[] => chosen ?? call.site.principals.all(kind);
  const find = (call: Call, name: string, match: (principal: Principal) => boolean): Principal => {
    const principal = all(call).find(match);
    if (!principal) {
      throw kind === 'user' ? problems.noUser(name) : problems.noGroup();
    }
    return principal;
  };
  const byKey = (call: Call, key: string | number): Principal =>
    find(call, String(key), (principal) => (typeof key === 'number' ? principal.id === key : same(principal.login, key) || same(principal.email, key)));
  return {
    members: (call) => ({ metadata: kind === 'user' ? 'SP.ApiData.Users' : 'SP.ApiData.Groups', resources: all(call).map(principalResource) }),
    child(segment, call) {
      switch (segment.name) {
        case 'getbykey':
        case 'getbyid':
          return principalResource(byKey(call, keyOf(segment)));
        case 'getbyname': {
          const name = textArgument(segment, 'name');
          return principalResource(find(call, name, (principal) => same(principal.title, name)));
        }
        case 'getbyemail': {
          const email = textArgument(segment, 'email');
          return principalResource(find(call, email, (principal) => same(principal.email, email)));
        }
        case 'getbyloginname':
          return principalResource(byKey(call, textArgument(segment, 'loginname')));
        case 'removebyid':
          return remove(() => byKey(call, numberArgument(segment, 'id')), group);
        case 'removebyloginname':
          return remove(() => byKey(call, textArgument(segment, 'loginname')), group);
        default:
          return undefined;
      }
    },
    async post(call) {
      demandManage(call);
      return kind === 'group' ? addGroup(call) : addUser(call, group);
    }
  };
}

/** One user or group. */
export function principalResource(principal: Principal): Resource {
  return {
    entity: () => (principal.kind === 'user' ? userEntity(principal) : groupEntity(principal)),
    child(segment, call) {
      const { principals } = call.site;
      switch (segment.name) {
        case 'users':
          return collection(segment, principalsResource('user', principals.members(principal.id), principal), call);
        case 'groups':
          return principal.kind === 'user' ? collection(segment, principalsResource('group', principals.groupsOf(principal.id)), call) : undefined;
        case 'owner':
          return principalResource(principals.all('user')[0]);
        case 'setuserasowner':
          return action(() => DONE);
        default:
          return undefined;
      }
    },
    async merge(call) {
      demandManage(call);
      const { Title: title, Description: description } = await call.json();
      call.site.principals.update(principal, { ...(typeof title === 'string' && { title }), ...(typeof description === 'string' && { description }) });
      return NO_CONTENT;
    },
    delete(call) {
      demandManage(call);
      call.site.principals.remove(principal);
      return DONE;
    }
  };
}

function collection(segment: Segment, resource: Resource, call: Call): Resource | undefined {
  return segment.args.length === 0 ? resource : resource.child?.({ ...segment, name: 'getbykey' }, call);
}

function keyOf(segment: Segment): string | number {
  const key = argument(segment, 'id') ?? '';
  return typeof key === 'number' ? key : /^\d+$/.test(String(key)) ? Number(key) : String(key);
}

function remove(find: () => Principal, group: Principal | undefined): Resource {
  return action((call) => {
    demandManage(call);
    if (group) {
      call.site.principals.removeMember(group.id, find().id);
    } else {
      call.site.principals.remove(find());
    }
    return DONE;
  });
}

async function addGroup(call: Call): Promise<Answer> {
  const { Title: title, Description: description = '' } = await call.json();
  if (typeof title !== 'string' || title.trim() === '') {
    throw problems.badArgument('A group needs a Title.');
  }
  return entityAnswer(principalResource(call.site.principals.addGroup(title, String(description))), call, 201);
}

async function addUser(call: Call, group: Principal | undefined): Promise<Answer> {
  const { LoginName: login } = await call.json();
  const { principals } = call.site;
  const address = String(login).slice(String(login).lastIndexOf('|') + 1);
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) {
    throw problems.noUser(String(login));
  }
  const user = principals.user(address) ?? principals.ensureUser(address);
  if (group) {
    principals.addMember(group.id, user.id);
  }
  return entityAnswer(principalResource(user), call, 201);
}

function userEntity(user: Principal): ReturnType<NonNullable<Resource['entity']>> {
  return {
    type: 'SP.User',
    path: `Web/GetUserById(${user.id})`,
    metadata: 'SP.ApiData.Users/@Element',
    properties: {
      Id: user.id,
      IsHiddenInUI: false,
      LoginName: user.login,
      Title: user.title,
      PrincipalType: 1,
      Email: user.email,
      Expiration: '',
      IsEmailAuthenticationGuestUser: false,
      IsShareByEmailGuestUser: false,
      IsSiteAdmin: user.siteAdmin,
      UserId: { NameId: user.email, NameIdIssuer: 'urn:federation:microsoftonline' },
      UserPrincipalName: user.email
    }
  };
}

function groupEntity(group: Principal): ReturnType<NonNullable<Resource['entity']>> {
  return {
    type: 'SP.Group',
    path: `Web/SiteGroups/GetById(${group.id})`,
    metadata: 'SP.ApiData.Groups/@Element',
    properties: {
      Id: group.id,
      IsHiddenInUI: false,
      LoginName: group.title,
      Title: group.title,
      PrincipalType: 8,
      AllowMembersEditMembership: false,
      AllowRequestToJoinLeave: false,
      AutoAcceptRequestToJoinLeave: false,
      Description: group.description,
      OnlyAllowMembersViewMembership: false,
      OwnerTitle: 'Secretariat',
      RequestToJoinLeaveEmailSetting: ''
    }
  };
}

function demandManage(call: Call): void {
  call.site.roles.demand(WEB_SCOPE, call.user, PERMISSION.managePermissions);
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
