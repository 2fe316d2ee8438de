import type { DocumentContent } from './documentProperties';
import { languageOfTag } from './languageTag';
import type { OfficeParts } from './officeParts';
import { shownText } from './shownText';
import { readXml } from './xmlReader';

/** Titles that programs write by themselves. */
const NO_TITLE = /^(microsoft (word|powerpoint|excel)\b.*|powerpoint presentation|presentation|document\d*|untitled|title|.*\.(docx?|dotx?|dotm|pptx?|xlsx?|pdf))$/i;

/** A title as people wrote it, or undefined for what a program wrote by itself. */
export function meaningfulTitle(title: string): string | undefined {
  const shown = shownText(title, 255);
  return shown === '' || NO_TITLE.test(shown) ? undefined : shown;
}

/** Title and language out of an Office document's core properties (ECMA-376 part 2, 11). Persons are left out. */
export function readCoreProperties(parts: OfficeParts): DocumentContent['properties'] {
  const part = parts.get('docProps/core.xml');
  const texts = new Map<string, string>();
  let element = '';
  readXml(part, {
    open: (name) => (element = name),
    text: (text) => texts.set(element, (texts.get(element) ?? '') + text),
    close: () => (element = '')
  });
  return { title: meaningfulTitle(texts.get('title') ?? ''), declaredLanguage: languageOfTag(texts.get('language')) };
}
