import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { checkDocument } from '../../../src/documents/checkDocument';
import { DOCUMENT_LIMITS } from '../../../src/documents/limits';
import { damagedDocument, wholeDocuments } from '../damagedDocument';
import { hostileText } from '../hostile';
import type { FuzzTarget } from '../target';

/** Damaged documents of every type: what is wrong is a finding, never an error, and the bytes stay as they are. */
export const documents: FuzzTarget = {
  name: 'documents',
  cases: 40_000,
  open: async () => ({
    property: fc.asyncProperty(damagedDocument(await wholeDocuments()), fc.oneof(fc.constant('document.docx'), hostileText), async (bytes, fileName) => {
      const before = Buffer.from(bytes);
      const { findings, textSample, type } = await checkDocument({ bytes, fileName, declaredLanguage: 'en' });
      assert(before.equals(bytes), 'The bytes were changed.');
      assert(textSample.length <= DOCUMENT_LIMITS.sampleCharacters);
      assert(type !== undefined || findings.length > 0, 'Of no type and nothing found.');
    })
  })
};
