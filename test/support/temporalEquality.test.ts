import { Temporal } from 'temporal-polyfill';

describe('the equality of the tests', () => {
  it.each([
    ['instants', Temporal.Instant.from('2020-10-01T00:00:00Z'), Temporal.Instant.from('2020-10-01T00:00:01Z')],
    ['dates', Temporal.PlainDate.from('2020-10-01'), Temporal.PlainDate.from('2020-10-02')],
    ['zoned times', Temporal.ZonedDateTime.from('2020-10-01T00:00[Europe/Zurich]'), Temporal.ZonedDateTime.from('2020-10-01T00:00[UTC]')]
  ])('tells different %s apart, also inside other things', (_name, one, other) => {
    expect(one).not.toEqual(other);
    expect({ value: one }).not.toEqual({ value: other });
    expect({ value: one, more: 1 }).not.toMatchObject({ value: other });
    expect([one]).not.toContainEqual(other);
    expect({ value: one }).toEqual({ value: (one.constructor as unknown as { from(item: unknown): unknown }).from(one) });
    expect(one).not.toEqual({});
  });
});
