import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { deadlineList, deadlinesOf } from '../../../src/rules/deadlines';
import { ConfigurationError, parseWorkingGroup } from '../../../src/rules/workingGroup';
import { meeting } from '../../support/meeting';
import { shippedConfiguration } from '../../support/workingGroup';
import { damagedValue, hostileValue } from '../hostile';
import type { FuzzTarget } from '../target';

/** A group's configuration: used or refused with every problem named, and what is used serves the rules. */
export const configuration: FuzzTarget = {
  name: 'configuration',
  cases: 110_000,
  open: () => {
    const shipped = shippedConfiguration();
    const near = { ...shipped, reminderDaysBeforeByKind: { translation: [30, 7] }, workingHours: { from: 8, to: 18 }, holidays: ['2020-09-10'], referenceDocuments: [{ symbol: 'A/1', url: 'https://example.org/a' }] };
    return Promise.resolve({
      property: fc.property(fc.oneof({ weight: 9, arbitrary: damagedValue(fc.constantFrom(shipped, near), 3) }, { weight: 1, arbitrary: hostileValue }), (json) => {
        let group;
        try {
          group = parseWorkingGroup(json);
        } catch (error) {
          assert(error instanceof ConfigurationError && error.problems.length > 0, error as Error);
          return;
        }
        assert.deepEqual(parseWorkingGroup(JSON.parse(JSON.stringify(group))), group);
        assert(deadlineList(deadlinesOf(meeting(), group)).length > 0);
      })
    });
  }
};
