import * as fc from 'fast-check';
import { addMeeting } from '../../support/meetingOnSite';
import { provisionedSite } from '../../support/provisionedSite';
import { checkAnswer, Exchange } from '../exchange';
import type { Received, Sent } from '../exchange';
import { FaultLog } from '../faultLog';
import { damaged, damagedValue, hostileText, hostileValue } from '../hostile';
import { Renewed } from '../renewed';
import type { FuzzTarget } from '../target';

const API = '/sites/tdag-wg-sop/_api';
const PATHS = [
  '/web', '/web/lists', "/web/lists/getByTitle('Meetings')", "/web/lists/getByTitle('Meetings')/items", "/web/lists/getByTitle('Meetings')/items(1)", "/web/lists/getByTitle('Meetings')/items(1)/versions", "/web/lists/getByTitle('Contributions')/items?$select=Id,FileLeafRef,Author/EMail&$expand=Author",
  "/web/lists/getByTitle('Meetings')/items?$filter=Id+gt+0+and+startswith(Title,'S')&$orderby=Title+desc&$top=2&$skiptoken=Paged%3DTRUE%26p_ID%3D1%26p_Title%3Da", "/web/lists/getByTitle('Meetings')/fields", "/web/lists/getByTitle('Meetings')/fields/getByInternalNameOrTitle('Title')",
  "/web/lists/getByTitle('Meetings')/getchanges", "/web/lists/getByTitle('Meetings')/getitems", "/web/lists/getByTitle('Meetings')/renderlistdataasstream?FilterField1=Title&FilterValue1=a", "/web/lists/getByTitle('Meetings')/renderlistdata(@v)?@v='<View/>'", "/web/lists/getByTitle('Meetings')/subscriptions", "/web/lists/getByTitle('Meetings')/views",
  "/web/lists/getByTitle('Meetings')/items(1)/validateUpdateListItem", "/web/getFolderByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions')/files", "/web/getFolderByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions')/files/addUsingPath(decodedUrl='a.txt',overwrite=true)", "/web/getFileByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions/a.txt')/$value",
  "/web/getFileByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions/a.txt')/startUpload(uploadId=guid'0f8fad5b-d9cb-469f-a165-70867728950e')", "/web/getFileByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions/a.txt')/continueUpload(uploadId=guid'0f8fad5b-d9cb-469f-a165-70867728950e',fileOffset=1)", "/web/getFileByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions/a.txt')/moveTo(newurl='/sites/tdag-wg-sop/Contributions/b.txt',flags=1)",
  '/web/siteusers', "/web/siteusers/getByEmail('secretariat@example.org')", '/web/ensureuser', '/web/currentuser?$expand=Groups', '/web/sitegroups', '/web/roledefinitions', '/web/regionalsettings/timezone', "/web/regionalsettings/timezone/utctolocaltime('2020-08-10T09:00:00Z')", '/web/recyclebin', '/contextinfo', '/site', '/$batch', '/web/lists/ensureSiteAssetsLibrary', "/web/lists/getByTitle('Meetings')/roleassignments",
  "/SP.MoveCopyUtil.CopyFileByPath()"
] as const;
const OTHER_PATHS = ['/', '/sites/tdag-wg-sop/Contributions/a.txt', '/sites/tdag-wg-sop/', '/_local/users', '/_local/clock', '/workbench.js', '/favicon.ico'] as const;
const BODIES: readonly unknown[] = [
  { Title: 'Meeting', MeetingStart: '2020-10-01T00:00:00Z', Statutory: true, MeetingStatus: 'planned' },
  { __metadata: { type: 'SP.List' }, Title: 'List', BaseTemplate: 100 },
  { FieldTypeKind: 2, Title: 'Column', Choices: { results: ['a'] } },
  { query: { ViewXml: "<View><Query><Where><And><Gt><FieldRef Name='ID'/><Value Type='Counter'>0</Value></Gt><IsNotNull><FieldRef Name='Title'/></IsNotNull></And></Where><OrderBy><FieldRef Name='ID' Ascending='FALSE'/></OrderBy></Query><RowLimit>2</RowLimit></View>", Item: true, Add: true, ChangeTokenStart: { StringValue: '1;3;0f8fad5b-d9cb-469f-a165-70867728950e;637334244000000000;5' } } },
  { parameters: { ViewXml: '<View><RowLimit Paged="TRUE">1</RowLimit></View>', SchemaXml: '<Field Type="Text" Name="X" DisplayName="X"/>' } },
  { formValues: [{ FieldName: 'Title', FieldValue: 'x' }], bNewDocumentUpdate: false },
  { logonName: 'secretariat@example.org', notificationUrl: 'http://127.0.0.1:1/', expirationDateTime: '2020-09-01T00:00:00Z', clientState: 'x' },
  { srcPath: { DecodedUrl: 'http://localhost/sites/tdag-wg-sop/Contributions/a.txt' }, destPath: { DecodedUrl: 'http://localhost/sites/tdag-wg-sop/Contributions/c.txt' } },
  { advanceBy: 'PT1S' }
];
const BATCH = `--b\nContent-Type: application/http\n\nGET http://localhost${API}/web HTTP/1.1\n\n\n--b\nContent-Type: application/http\n\nPOST ${API}/web/lists/getByTitle('Meetings')/items HTTP/1.1\n\n{"Title":"x"}\n--b--\n`;

/** Spaces and control signs end a request's line, so no client sends them. */
const onLine = (path: string): string => (path.startsWith('/') ? path : `/${path}`).replace(/[^\x21-\x7e]/g, (sign) => (/[\ud800-\udfff]/.test(sign) ? '%ff' : encodeURIComponent(sign)));
const header = hostileText.map((text) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 500));

const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PATHS).map((each) => API + each) },
  { weight: 6, arbitrary: damaged(fc.constantFrom(...PATHS)).map((each) => API + each) },
  { weight: 1, arbitrary: damaged(fc.constantFrom(...OTHER_PATHS)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(' and ', ' or '), fc.integer({ min: 1, max: 1100 })).map(([word, times]) => `${API}/web/lists/getByTitle('Meetings')/items?$filter=${'Id gt 0'.concat(word).repeat(times)}Id gt 0`) }
).map(onLine);
const headers = fc.record(
  {
    'x-local-user': fc.oneof({ weight: 8, arbitrary: fc.constantFrom('service@example.org', 'secretariat@example.org', 'delegate.fr@example.org') }, { weight: 1, arbitrary: header }),
    cookie: fc.oneof(fc.constant('localUser=secretariat%40example.org'), header.map((text) => `localUser=${text}`)),
    accept: fc.oneof(fc.constantFrom('application/json;odata=verbose', 'application/json;odata=nometadata'), header),
    'content-type': fc.oneof(fc.constantFrom('application/json', 'multipart/mixed; boundary=b', 'multipart/mixed; boundary="b"'), header),
    'if-match': fc.oneof(fc.constant('*'), header),
    'x-http-method': fc.oneof(fc.constantFrom('MERGE', 'DELETE', 'PUT', 'PATCH'), header),
    'x-requestdigest': header,
    origin: header,
    range: header
  },
  { requiredKeys: ['x-local-user'] }
);
const body = fc.oneof(
  { weight: 5, arbitrary: damagedValue(fc.constantFrom(...BODIES)).map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: damaged(fc.constantFrom(...BODIES.map((each) => JSON.stringify(each)), BATCH)) },
  { weight: 1, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileValue.map((value) => JSON.stringify(value) ?? '') },
  { weight: 2, arbitrary: fc.constant('') }
);
const sent: fc.Arbitrary<Sent> = fc.record({ method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'MERGE', 'DELETE', 'HEAD', 'OPTIONS'), path, headers, body });

/**
 * SharePoint itself answers some refusals with 500; they carry its number, a failure of the local site says "unexpected". And the
 * workbench says with 503 that no web part was built.
 */
const isRefusal = ({ status, body: answer }: Received): boolean =>
  (status === 500 && answer.includes('odata.error') && !answer.includes('An unexpected error occurred')) || (status === 503 && /^$|no web part/.test(answer.slice(0, 1000)));

/** The local site over HTTP, several requests a case over connections that are kept. */
export const siteHttp: FuzzTarget = {
  name: 'siteHttp',
  cases: 36_000,
  open: async () => {
    const faults = new FaultLog();
    const places = new Renewed(1500, async () => {
      const site = await provisionedSite(undefined, {}, undefined, { log: faults.log });
      await addMeeting(site);
      const exchange = new Exchange(Number(new URL(site.url).port));
      return {
        exchange,
        stop: async () => {
          exchange.close();
          await site.stop();
        }
      };
    });
    await places.use();
    return {
      property: fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 3 }), async (requests) => {
        const { exchange } = await places.use();
        const answers = await Promise.all(requests.map((each) => exchange.send(each)));
        faults.check();
        answers.forEach((answer) => checkAnswer(answer, isRefusal));
      }),
      close: () => places.stop()
    };
  }
};
