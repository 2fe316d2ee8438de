import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportWords } from '../../src/exports/exportWords';
import type { ExportKey } from '../../src/messages/loadExports';
import type { TermKey } from '../../src/messages/terms';
import { createTranslator } from '../../src/messages/translator';
import type { Language } from '../../src/rules/language';
import { workingGroup } from './workingGroup';

/** The words of the files that are given out, in a language. */
export function exportWords(language: Language): ExportWords {
  const messages = <Key extends string>(area: string): Record<Key, string> =>
    JSON.parse(readFileSync(join(__dirname, `../../src/messages/catalogue/${area}.${language}.json`), 'utf8')) as Record<Key, string>;
  return { group: workingGroup(), translator: createTranslator<ExportKey>(language, messages('exports')), terms: createTranslator<TermKey>(language, messages('terms')) };
}
