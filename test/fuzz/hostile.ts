import * as fc from 'fast-check';

/** What must never come back as a page's own markup. */
export const MARKUP = '<script>fuzz</script>';

/** Texts that programs are known to stumble over. */
const STUMBLING_BLOCKS = [
  '', ' ', '\0', '\u0000\u0001', '\r\n', '\u2028', '\ufeff', '\ud800', '\udfff\ud800', '\u202e\u2066', 'ﷺ'.repeat(50), 'İıſK', 'e\u0301'.repeat(100), '👩‍👩‍👧‍👦'.repeat(20),
  "'", "''", '"', '`', '\\', '%', '%00', '%2e%2e%2f', '%ff', '../../..', '..\\..', '/', '//', ';', '--', "' or 1 eq 1 or '", "'; DROP TABLE items; --", '${1+1}', '{0}', '{name}', '{', '}', '<', '>', '&', '&amp;', MARKUP,
  '[a](javascript:alert(1))', '=1+1', '@SUM(1)', '-1', '+1', '0', '-0', '1e999', 'NaN', 'Infinity', '9007199254740993', '0x10', '1,5', 'null', 'undefined', 'true', '[object Object]',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length',
  '2020-02-30', '2020-13-01', '0000-00-00', '+275760-09-14', '-271822-01-01', '2020-08-10T25:00:00Z', '2020-08-10T09:00:00+99:99', '2020-03-29T02:30:00', '0/0/2020', '31/2/2020', '1/1/9999 13:99 PM', 'P1Y2M3DT4H', 'PT-1S',
  'a'.repeat(300), '('.repeat(200), '"'.repeat(200), '\n'.repeat(200)
] as const;

/** Any text: plain ones, ones of every script, and ones that programs stumble over, also joined. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string>(...STUMBLING_BLOCKS) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom<string>(...STUMBLING_BLOCKS), { maxLength: 5 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 100, max: 3000 })).map(([text, times]) => text.repeat(times)) }
);

/** Any value that JSON can carry, with such texts in it also as names. */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    hostileText,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(hostileText, tie('value'), { maxKeys: 4 })
  )
})).value;

/** One change of a text or of a list of bytes; places and lengths are parts of the whole. */
interface Edit {
  readonly kind: 'remove' | 'repeat' | 'insert' | 'swap' | 'cut';
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('remove', 'repeat', 'insert', 'swap', 'cut'),
  at: part,
  length: fc.oneof(fc.constant(0.02), part),
  text: hostileText
});

/** Such texts with pieces removed, repeated, moved, cut off or put in. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.array(edit, { maxLength: 3 })).map(([text, edits]) => edits.reduce(edited, text));
}

function edited(text: string, { kind, at, length, text: inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + 1 + Math.floor(length * text.length));
  const piece = text.slice(start, end);
  switch (kind) {
    case 'remove':
      return text.slice(0, start) + text.slice(end);
    case 'repeat':
      return text.slice(0, end) + piece + text.slice(end);
    case 'insert':
      return text.slice(0, start) + inserted + text.slice(start);
    case 'swap':
      return text.slice(end) + piece + text.slice(0, start);
    case 'cut':
      return text.slice(0, start);
  }
}

/** A change of a JSON value at some place in it. */
interface ValueEdit {
  readonly path: readonly number[];
  readonly change: 'replace' | 'remove' | 'add';
  readonly name: string;
  readonly value: unknown;
}

const valueEdit: fc.Arbitrary<ValueEdit> = fc.record({
  path: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 }),
  change: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add'),
  name: hostileText,
  value: hostileValue
});

/** Such values with some places in them replaced, removed or added to. */
export function damagedValue(values: fc.Arbitrary<unknown>, most = 2): fc.Arbitrary<unknown> {
  return fc.tuple(values, fc.array(valueEdit, { maxLength: most })).map(([value, edits]) => edits.reduce<unknown>((changed, one) => changedAt(changed, one.path, one), value));
}

function changedAt(value: unknown, path: readonly number[], { change, name, value: given }: ValueEdit): unknown {
  if (typeof value !== 'object' || value === null) {
    return given;
  }
  const entries = Object.entries(value);
  const [first = 0, ...rest] = path;
  const at = entries.length === 0 ? -1 : first % entries.length;
  const next = rest.length === 0 ? undefined : entries[at]?.[1];
  const changed: [string, unknown][] =
    typeof next === 'object' && next !== null
      ? entries.map(([key, kept], index) => [key, index === at ? changedAt(kept, rest, { path: rest, change, name, value: given }) : kept])
      : change === 'remove'
        ? entries.filter((_, index) => index !== at)
        : change === 'add' || at < 0
          ? [...entries, [name, given]]
          : entries.map(([key, kept], index) => [key, index === at ? given : kept]);
  return Array.isArray(value) ? changed.map(([, kept]) => kept) : Object.fromEntries(changed);
}

/** The text with the halves of signs that lack the other half replaced, as everything that writes UTF-8 does. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
