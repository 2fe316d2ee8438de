import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { searchIn } from '../../../src/bot/messageExtension/searchQuery';
import { symbolNamedIn } from '../../../src/bot/messageExtension/symbols';
import { workingGroup } from '../../support/workingGroup';
import { damaged, damagedValue, hostileText } from '../hostile';
import type { FuzzTarget } from '../target';

const typed = fc.oneof(damaged(fc.constantFrom('TDAG-WG-SOP/5(Rev.1)-F', 'dt 12', 'rural connectivity', '农村 连通性')), hostileText);

/** What is typed into the search of the compose box, and the protocol around it. */
export const search: FuzzTarget = {
  name: 'search',
  cases: 90_000,
  open: () => {
    const group = workingGroup();
    return Promise.resolve({
      property: fc.property(typed, damagedValue(fc.constant({ parameters: [{ name: 'text', value: 'budget' }], queryOptions: { skip: 0, count: 25 } }), 3), (text, value) => {
        symbolNamedIn(text, group);
        for (const each of [value, { parameters: [{ name: 'text', value: text }] }]) {
          const { words, skip, count } = searchIn(each, group);
          assert(words.length <= 6 && words.join('').length <= 80 && words.every((word) => !/[\p{Cc}"%<>*?#]/u.test(word)));
          assert(skip >= 0 && skip <= 500 && count > 0 && count <= 25);
        }
      })
    });
  }
};
