import { DIGEST_SECONDS, makeDigest } from '../digest';
import { fieldsResource } from './fields';
import { fileResource } from './files';
import { folderResource } from './folders';
import { itemResource } from './item';
import { itemsResource } from './items';
import { listResource } from './list';
import { moveCopyResource } from './moveCopy';
import { principalResource, principalsResource } from './principals';
import { securityResource } from './security';
import type { Call, Resource, ResourceMakers } from './call';
import { func, value } from './call';
import { webResource } from './web';

/** The makers that resources use to lead to one another. */
export const resourceMakers: ResourceMakers = {
  web: () => webResource,
  list: listResource,
  items: itemsResource,
  item: itemResource,
  file: fileResource,
  folder: folderResource,
  fields: fieldsResource,
  principal: principalResource,
  principals: principalsResource,
  security: securityResource
};

/** The site collection (`_api/site`). */
const siteCollection: Resource = {
  entity: (call) => ({
    type: 'SP.Site',
    path: 'Site',
    metadata: 'SP.ApiData.Sites/@Element',
    properties: { Id: call.site.identity.siteId, ServerRelativeUrl: call.site.path, Url: call.webUrl, ReadOnly: false }
  }),
  child: (segment) => (segment.name === 'rootweb' ? webResource : undefined)
};

/** Everything below `_api`. */
export const rootResource: Resource = {
  child(segment) {
    switch (segment.name) {
      case 'web':
        return webResource;
      case 'site':
        return siteCollection;
      case 'contextinfo':
        return func(contextInfo);
      default:
        return moveCopyResource(segment);
    }
  }
};

function contextInfo(call: Call): ReturnType<typeof value> {
  const info = {
    FormDigestTimeoutSeconds: DIGEST_SECONDS,
    FormDigestValue: makeDigest(call.site, call.user.id),
    LibraryVersion: '16.0.25000.12000',
    SiteFullUrl: call.webUrl,
    SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
    WebFullUrl: call.webUrl
  };
  return call.level === 'verbose' ? { status: 200, json: { d: { GetContextWebInformation: info } } } : value(call, info);
}
