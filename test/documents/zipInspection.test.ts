import fc from 'fast-check';
import { strToU8 } from 'fflate';

import { DocumentProblem } from '../../src/documents/documentProblem';
import type { FindingCode } from '../../src/documents/findings';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../../src/documents/limits';
import { inspectZip } from '../../src/documents/zipInspection';
import { concatenate, localHeader, writeZip } from './support/zip';

const MEGABYTE = 1024 * 1024;

function unpack(bytes: Uint8Array, limits: DocumentLimits = DOCUMENT_LIMITS): Map<string, Uint8Array> {
  const pieces = new Map<string, Uint8Array[]>();
  inspectZip(bytes, limits, ({ name }) => {
    pieces.set(name, []);
    return (piece) => pieces.get(name)?.push(piece.slice());
  });
  return new Map(Array.from(pieces, ([name, list]) => [name, concatenate(list)]));
}

function problemOf(bytes: Uint8Array, limits: DocumentLimits = DOCUMENT_LIMITS): FindingCode | 'none' {
  try {
    unpack(bytes, limits);
    return 'none';
  } catch (error) {
    if (error instanceof DocumentProblem) {
      return error.finding.code;
    }
    throw error;
  }
}

describe('inspecting a zip archive', () => {
  it('gives back every part as it was packed', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.tuple(fc.uint8Array({ maxLength: 3000 }), fc.boolean())), (parts) => {
        const entries = Object.entries(parts).map(([part, [content, stored]]) => ({ name: part, content, stored }));
        const unpacked = unpack(writeZip(entries, 'a comment'));
        expect(unpacked.size).toBe(entries.length);
        entries.forEach((entry) => expect(unpacked.get(entry.name)).toEqual(entry.content));
      })
    );
  });

  it('refuses more parts than the limit before it unpacks any', () => {
    const entries = Array.from({ length: 2001 }, (_unused, index) => ({ name: `p${index}`, content: '' }));
    expect(problemOf(writeZip(entries))).toBe('tooManyParts');
    expect(problemOf(writeZip(entries.slice(1)))).toBe('none');
  });

  it('refuses a declared size over the limit', () => {
    expect(problemOf(writeZip([{ name: 'a', content: 'x', declaredSize: 201 * MEGABYTE }]))).toBe('unpackedTooLarge');
  });

  it('refuses declared sizes that only together cross the limit', () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name, content: 'x', declaredSize: 100 * MEGABYTE }));
    expect(problemOf(writeZip(entries))).toBe('unpackedTooLarge');
  });

  it('refuses a part that unpacks to a multiple of its size', () => {
    expect(problemOf(writeZip([{ name: 'a', content: new Uint8Array(20 * MEGABYTE) }]))).toBe('suspiciousCompression');
  });

  it('stops at the ratio although the archive declares a small size', () => {
    const bomb = writeZip([{ name: 'a', content: new Uint8Array(40 * MEGABYTE), declaredSize: 100 }]);
    let unpacked = 0;
    expect(() => inspectZip(bomb, DOCUMENT_LIMITS, () => (piece) => (unpacked += piece.length))).toThrow(DocumentProblem);
    expect(unpacked).toBe(0);
  });

  it('refuses a part that unpacks to less than it declares', () => {
    expect(problemOf(writeZip([{ name: 'a', content: 'short', declaredSize: 6 }]))).toBe('unreadable');
  });

  it('refuses an entry that lies inside the bytes of another', () => {
    const inner = concatenate([localHeader('b', { flags: 0x800, method: 0, packed: 3, declared: 3 }), strToU8('abc')]);
    const nested = writeZip([
      { name: 'a', content: inner, stored: true },
      { name: 'b', content: 'abc', stored: true, localAt: localHeader('a', { flags: 0, method: 0, packed: 0, declared: 0 }).length }
    ]);
    expect(problemOf(nested)).toBe('unsafePart');
  });

  it('refuses two entries of one name, in whatever case', () => {
    const entries = ['a', 'A'].map((name) => ({ name, content: 'abc' }));
    expect(problemOf(writeZip(entries))).toBe('unsafePart');
  });

  it.each(['../evil', '/etc/passwd', 'word\\document.xml', 'c:/x', 'a/./b', 'a\0b'])('refuses the part name %j', (name) => {
    expect(problemOf(writeZip([{ name, content: 'x' }]))).toBe('unsafePart');
  });

  it('refuses a name that differs between the directory and the part', () => {
    expect(problemOf(writeZip([{ name: 'good.xml', localName: 'evil.xml', content: 'x' }]))).toBe('unreadable');
  });

  it('tells an encrypted part from a damaged one', () => {
    expect(problemOf(writeZip([{ name: 'a', content: 'x', flags: 1 }]))).toBe('encrypted');
    expect(problemOf(writeZip([{ name: 'a', content: 'x', method: 12 }]))).toBe('unreadable');
  });

  it('refuses bytes after the end of the archive', () => {
    expect(problemOf(concatenate([writeZip([{ name: 'a', content: 'x' }]), new Uint8Array(3)]))).toBe('unreadable');
  });

  it('answers any bytes with parts or a finding', () => {
    const archive = writeZip([
      { name: 'a', content: 'some text' },
      { name: 'b', content: new Uint8Array(5000) }
    ]);
    const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(archive.length), (changes, length) => {
        const damaged = archive.slice();
        changes.forEach(([at, byte]) => (damaged[at] = byte));
        problemOf(damaged);
        problemOf(archive.slice(0, length));
      }),
      { numRuns: 1000 }
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void problemOf(bytes)));
  });
});
