'use strict';

// Temporal keeps its state private: without this, Jest finds any two instants, dates or zoned times equal.
const { Temporal } = require('temporal-polyfill');

const TYPES = [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainDateTime,
  Temporal.PlainTime,
  Temporal.ZonedDateTime,
  Temporal.Duration
];

expect.addEqualityTesters([
  (one, other) => {
    const type = TYPES.find((each) => one instanceof each || other instanceof each);
    if (type === undefined) {
      return undefined;
    }
    return one instanceof type && other instanceof type && one.toString() === other.toString();
  }
]);
