import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayIn } from '../../../src/bot/intents/entities/days';
import { plainForm } from '../../../src/bot/intents/wishes/phrases';
import { vocabularyOf } from '../../../src/bot/intents/wishes/vocabularies';
import { parseTime } from '../../../src/localsite/store/columnValues';
import { wordDate, wordDateRange, wordInstant } from '../../../src/messages/dates';
import { translatorFor } from '../../../src/messages/allMessages';
import { LANGUAGES } from '../../../src/rules/language';
import { workingGroup } from '../../support/workingGroup';
import { damaged, hostileText } from '../hostile';
import { orProblem } from '../problems';
import type { FuzzTarget } from '../target';

const written = fc.oneof(
  damaged(fc.constantFrom('2020-08-10T09:00:00Z', '2020-08-10', '8/10/2020 9:00 PM', '12/31/2020', '2020-08-10T09:00:00+02:00', '10 August 2020', 'le 1er octobre', '10.08.2020', '8月10日', 'через 3 дня', 'في 10 أغسطس', 'in 14 days', 'mañana')),
  fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }), fc.integer({ min: 0, max: 9999 }), fc.nat({ max: 99 }), fc.nat({ max: 99 })).map(([month, day, year, hour, minute]) => `${month}/${day}/${String(year).padStart(4, '0')} ${hour}:${String(minute).padStart(2, '0')}`),
  hostileText
);
const day = fc.integer({ min: -700_000, max: 700_000 }).map((days) => Temporal.PlainDate.from('2020-08-10').add({ days }));

/** Dates: those that people and programs write, and those that are said in six languages. */
export const dates: FuzzTarget = {
  name: 'dates',
  cases: 70_000,
  open: () => {
    const group = workingGroup();
    const today = Temporal.PlainDate.from('2020-08-10');
    return Promise.resolve({
      property: fc.property(written, fc.constantFrom(...LANGUAGES), day, day, fc.constantFrom('past', 'future'), (text, language, start, end, direction) => {
        const instant = orProblem(() => parseTime(text, group.zone));
        assert(instant === undefined || instant instanceof Temporal.Instant);
        const found = dayIn(plainForm(text), vocabularyOf(language), today, direction);
        assert(found === undefined || found instanceof Temporal.PlainDate);
        const [first, last] = Temporal.PlainDate.compare(start, end) <= 0 ? [start, end] : [end, start];
        const words = [wordDate(start, language), wordDateRange(first, last, language), wordInstant(start.toZonedDateTime(group.zone).toInstant(), group, translatorFor(language))];
        words.forEach((word) => assert(word.length > 0 && !/undefined|NaN|Invalid|\[object/.test(word), word));
      })
    });
  }
};
