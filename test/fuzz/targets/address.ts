import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { parseParameters, parseQueryOptions } from '../../../src/localsite/odata/queryOptions';
import { parseSegments } from '../../../src/localsite/odata/segments';
import { damaged, hostileText, wellFormed } from '../hostile';
import { orProblem } from '../problems';
import type { FuzzTarget } from '../target';

const paths = fc.constantFrom("/web/lists/getByTitle('Meetings')/items(3)", "/web/getFolderByServerRelativePath(decodedUrl=@p1)/files/addUsingPath(decodedUrl='a''b.docx',overwrite=false)", "/web/lists(guid'0f8fad5b-d9cb-469f-a165-70867728950e')/fields");
const queries = fc.constantFrom("$select=Id,Author/Title&$expand=Author&$filter=Id gt 3 and startswith(Title,'a')&$orderby=Id desc&$top=5", "@p1='/sites/a/b'&$skiptoken=Paged=TRUE%26p_ID=3", '%24top=1&$skip=0');

/** The addresses of the local site: a quoted key is read as it was meant, everything else read or refused. */
export const address: FuzzTarget = {
  name: 'address',
  cases: 100_000,
  open: () =>
    Promise.resolve({
      property: fc.property(damaged(paths), damaged(queries), hostileText, (path, query, key) => {
        const parameters = orProblem(() => parseParameters(query));
        if (parameters !== undefined) {
          orProblem(() => parseQueryOptions(parameters));
          orProblem(() => parseSegments(path, parameters));
        }
        const whole = wellFormed(key);
        const [segment] = parseSegments(`/getByTitle('${encodeURIComponent(whole.replaceAll("'", "''"))}')`, new Map());
        assert.deepEqual(segment, { name: 'getbytitle', text: 'getByTitle', args: [{ value: whole }] });
      })
    })
};
