import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { makeCompound, makeXlsx } from '../documents/support/office';
import { makePdf } from '../documents/support/pdf';
import { makePptx } from '../documents/support/pptx';
import { writeZip } from '../documents/support/zip';
import { makeDocx, smallDocx } from '../support/documents';
import { hostileText, wellFormed } from './hostile';

/** Documents as programs write them. */
export async function wholeDocuments(): Promise<readonly Uint8Array[]> {
  const paragraphs = ['Developing countries need affordable connectivity.', 'The working group is invited to consider this.'];
  return Promise.all([
    makeDocx({ title: 'Connectivity', source: 'Kenya', paragraphs }),
    makeDocx({ title: 'الاتصال', source: 'مصر', paragraphs: ['تحتاج البلدان النامية إلى توصيلية ميسورة التكلفة.'], language: 'ar' }),
    smallDocx('Text'),
    makeXlsx(['Source', 'Kenya', 'Title', 'Connectivity'], 'Budget'),
    makePptx('Connectivity', paragraphs),
    makePdf(paragraphs, { title: 'Connectivity' }),
    makePdf(['农村连通性'], { objectStreams: false, script: 'app.alert(1)' }),
    makeCompound(['WordDocument'])
  ]);
}

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** A change of the bytes themselves. */
const bytesEdit = fc.record({ kind: fc.constantFrom('flip', 'flip', 'flip', 'set', 'cut', 'remove', 'repeat', 'splice', 'zero'), at: part, length: fc.oneof(part.map((each) => each / 100), part), value: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x50, 0x3c), other: part });
/** A change of a part of an Office document, which is then packed as it should be. */
const partEdit = fc.record({ part, at: part, length: part, inserted: fc.oneof(hostileText, fc.constantFrom('<w:p>'.repeat(2000), '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '<Relationship Id="x" Target="../../../etc/passwd" TargetMode="External"/>', '<?xml version="1.0" encoding="UTF-16"?>', '&#x0;', '<![CDATA[')), isName: fc.boolean() });

/** Whole documents with something damaged in them. */
export function damagedDocument(whole: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const some = fc.constantFrom(...whole);
  const packed = whole.filter((bytes) => bytes[0] === 0x50);
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(some, fc.array(bytesEdit, { minLength: 1, maxLength: 6 }), some).map(([bytes, edits, other]) => edits.reduce((changed, each) => editedBytes(changed, each, other), bytes)) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...packed), fc.array(partEdit, { minLength: 1, maxLength: 2 })).map(([bytes, edits]) => editedParts(bytes, edits)) }
  );
}

function editedBytes(bytes: Uint8Array, { kind, at, length, value, other: otherAt }: { kind: string; at: number; length: number; value: number; other: number }, other: Uint8Array): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, start + 1 + Math.floor(length * bytes.length));
  switch (kind) {
    case 'flip':
    case 'set': {
      const changed = Uint8Array.from(bytes);
      if (start < changed.length) {
        changed[start] = kind === 'flip' ? changed[start] ^ (1 << value % 8) : value;
      }
      return changed;
    }
    case 'zero':
      return Uint8Array.from(bytes).fill(value, start, end);
    case 'cut':
      return bytes.slice(0, start);
    case 'remove':
      return joined(bytes.slice(0, start), bytes.slice(end));
    case 'repeat':
      return joined(bytes.slice(0, end), bytes.slice(start));
    default:
      return joined(bytes.slice(0, start), other.slice(Math.floor(otherAt * other.length)));
  }
}

function editedParts(bytes: Uint8Array, edits: readonly { part: number; at: number; length: number; inserted: string; isName: boolean }[]): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content: Buffer.from(content).toString('utf8') }));
  for (const { part: which, at, length, inserted, isName } of edits) {
    const entry = entries[Math.floor(which * entries.length)];
    if (isName) {
      entry.name = wellFormed(inserted).slice(0, 200);
    } else {
      const start = Math.floor(at * entry.content.length);
      entry.content = entry.content.slice(0, start) + inserted + entry.content.slice(start + Math.floor(length * 0.2 * entry.content.length));
    }
  }
  return writeZip(entries);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
