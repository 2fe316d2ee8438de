import type { Segment } from '../odata/segments';
import { problems } from '../problem';
import type { Answer, Call, Resource } from './call';
import { value } from './call';
import { collectionAnswer, entityAnswer, property } from './shape';

/**
 * Follows a path from the root and does what the method asks.
 * @throws SharePointProblem 404 when a step leads nowhere, and whatever the resource refuses
 */
export async function dispatch(root: Resource, segments: readonly Segment[], call: Call): Promise<Answer> {
  const resource = segments.reduce<Resource>((current, segment) => step(current, segment, call), root);
  switch (call.method) {
    case 'GET':
      if (resource.get) {
        return resource.get(call);
      }
      if (resource.entity) {
        return entityAnswer(resource, call);
      }
      if (resource.members) {
        return collectionAnswer(resource, call);
      }
      break;
    case 'POST':
      if (resource.post) {
        return resource.post(call);
      }
      break;
    case 'MERGE':
      if (resource.merge) {
        return resource.merge(call);
      }
      break;
    case 'PUT':
      if (resource.put) {
        return resource.put(call);
      }
      break;
    case 'DELETE':
      if (resource.delete) {
        return resource.delete(call);
      }
      break;
  }
  throw problems.badRequest(`The HTTP method '${call.method}' is not allowed on ${segments.map(({ text }) => text).join('/')}.`);
}

function step(current: Resource, segment: Segment, call: Call): Resource {
  const next = current.child?.(segment, call);
  if (next) {
    return next;
  }
  const entity = segment.args.length === 0 ? current.entity?.(call) : undefined;
  const found = entity && property(entity, segment.text);
  if (!found) {
    throw problems.noResource(segment.text);
  }
  return { get: (asked) => value(asked, found.value, found.name) };
}
