import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Filter } from '../../../src/localsite/odata/filter';
import { filters, written } from '../../localsite/support/filters';
import { emptySite } from '../../support/provisionedSite';
import { Exchange } from '../exchange';
import { passes } from '../naiveFilter';
import type { FuzzTarget } from '../target';

const LIST = "/_api/web/lists/getByTitle('Things')";
const TEXTS = ['alpha', 'Alpha', 'ALPHABET', 'beta', "it's", '100%', 'a_b', '[x]', null];
const NUMBERS = [0, -1, 1.5, 7, 1e15, null];
const TIMES = ['2020-08-10T07:00:00Z', '2020-10-01T00:00:00Z', '2020-12-31T23:59:59Z', null];

/** Rows of a list, as they are written and as they are compared. */
const ROWS = Array.from({ length: 45 }, (_unused, index) => ({ Title: TEXTS[index % TEXTS.length], Amount: NUMBERS[index % NUMBERS.length], At: TIMES[index % TIMES.length], Flag: index % 3 === 0 }));

const operator = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le');
const compare = <T>(path: string, kind: 'text' | 'number' | 'date' | 'boolean', value: fc.Arbitrary<T>, operators: fc.Arbitrary<string> = operator): fc.Arbitrary<Filter> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.record({ kind: fc.constant('compare'), operator: operators, path: fc.constant(path), constant: value.map((given) => ({ kind, value: given })) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('compare'), operator: fc.constantFrom('eq', 'ne'), path: fc.constant(path), constant: fc.constant({ kind: 'null', value: null }) }) }
  ) as fc.Arbitrary<Filter>;
const words = fc.oneof(fc.constantFrom(...TEXTS.flatMap((text) => text ?? [])), fc.string({ unit: fc.constantFrom(...Array.from("aAlLpP'%_[]")), maxLength: 3 }));
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  compare('Title', 'text', words),
  compare('Amount', 'number', fc.oneof(fc.constantFrom(...NUMBERS.flatMap((number) => number ?? [])), fc.integer())),
  compare('At', 'date', fc.constantFrom(...TIMES.flatMap((time) => time ?? []), '2020-09-01T00:00:00Z')),
  compare('Flag', 'boolean', fc.boolean(), fc.constantFrom('eq', 'ne')),
  fc.record({ kind: fc.constantFrom('startsWith', 'contains'), path: fc.constant('Title'), constant: words.map((value) => ({ kind: 'text', value })) }) as fc.Arbitrary<Filter>
);

/** As many comparisons in a row as an address has room for and the local site lets be asked. */
const chain = fc.tuple(fc.array(leaf, { minLength: 1, maxLength: 3 }), fc.constantFrom('and' as const, 'or' as const), fc.integer({ min: 2, max: 60 })).map(([leaves, kind, times]) =>
  Array.from({ length: times }, () => leaves).flat().reduce((left, right): Filter => ({ kind, left, right }))
);

/** Filters of a real list over HTTP: the rows that SQL finds are those that the plain meaning finds. */
export const filterOnSite: FuzzTarget = {
  name: 'filterOnSite',
  cases: 22_000,
  open: async () => {
    const site = await emptySite();
    const exchange = new Exchange(Number(new URL(site.url).port));
    const { pathname } = new URL(site.url);
    const send = async (method: string, path: string, value?: unknown): Promise<Record<string, unknown>> => {
      const answer = await exchange.send({ method, path: pathname + path, headers: { 'x-local-user': 'service@example.org', 'content-type': 'application/json' }, body: value === undefined ? '' : JSON.stringify(value) });
      assert(answer !== undefined && answer.status < 300, `${path}: ${answer?.status} ${answer?.body}`);
      return JSON.parse(answer.body) as Record<string, unknown>;
    };
    await send('POST', '/_api/web/lists', { Title: 'Things', BaseTemplate: 100 });
    for (const [Title, FieldTypeKind] of [['Amount', 9], ['At', 4], ['Flag', 8]]) {
      await send('POST', `${LIST}/fields`, { Title, FieldTypeKind });
    }
    const ids: number[] = [];
    for (const row of ROWS) {
      ids.push(Number((await send('POST', `${LIST}/items`, row)).Id));
    }
    return {
      property: fc.asyncProperty(fc.oneof({ weight: 60, arbitrary: filters(leaf) }, { weight: 1, arbitrary: chain }), async (filter) => {
        const { value } = await send('GET', `${LIST}/items?$select=Id&$top=100&$filter=${encodeURIComponent(written(filter))}`);
        const expected = ids.filter((_id, index) => passes(filter, (path) => ROWS[index][path as keyof (typeof ROWS)[number]]));
        assert.deepEqual((value as { readonly Id: number }[]).map(({ Id }) => Id), expected, written(filter));
      }),
      close: async () => {
        exchange.close();
        await site.stop();
      }
    };
  }
};
