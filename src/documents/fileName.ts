import type { DocumentType } from './documentType';
import { finding, type Finding } from './findings';
import type { DocumentLimits } from './limits';
import { extensionOf, isProgramExtension } from './programExtensions';
import { shownText } from './shownText';

/**
 * Microsoft, "Restrictions and limitations in OneDrive and SharePoint": characters, names and beginnings
 * that are not taken.
 */
const CHARACTERS_NOT_TAKEN = /["*:<>?/\\|]/g;
const NAMES_NOT_TAKEN = /^(\.lock|CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]|desktop\.ini|forms)$|^~\$|_vti_/i;
/** Controls and characters that are not seen or that turn the order of what follows (Unicode UAX 9). */
const HIDDEN_CHARACTERS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Joiners that words in Arabic script need between letters. */
const JOINERS = /(?<=\p{L})[\u200c\u200d](?=\p{L})/gu;
/** Something that looks like an ending: short, and with a letter in it, so that a date or a version is none. */
const LOOKS_LIKE_EXTENSION = /^(?=.*[a-z])[a-z0-9-]{1,10}$/;

/**
 * What is wrong with the name of a document.
 * @param type what the content is, when it is a type that is taken
 */
export function checkFileName(fileName: string, type: DocumentType | undefined, limits: DocumentLimits): Finding[] {
  return [
    ...checkCharacters(fileName),
    ...checkReserved(fileName),
    ...checkLength(fileName, limits),
    ...checkHidden(fileName),
    ...checkExtensions(fileName, type)
  ];
}

function checkCharacters(fileName: string): Finding[] {
  const characters = Array.from(new Set(fileName.match(CHARACTERS_NOT_TAKEN) ?? []));
  return characters.length === 0 ? [] : [finding('nameCharacters', { characters: characters.join(' ') })];
}

function checkReserved(fileName: string): Finding[] {
  const stem = fileName.replace(/\.[^.]*$/, '');
  const reserved =
    NAMES_NOT_TAKEN.test(fileName) || NAMES_NOT_TAKEN.test(stem) || fileName !== fileName.trim() || fileName.endsWith('.') || stem === '';
  return reserved ? [finding('nameReserved', { name: shownText(fileName) })] : [];
}

function checkLength(fileName: string, limits: DocumentLimits): Finding[] {
  const length = Array.from(fileName).length;
  return length > limits.nameCharacters ? [finding('nameTooLong', { length, limit: limits.nameCharacters })] : [];
}

function checkHidden(fileName: string): Finding[] {
  return HIDDEN_CHARACTERS.test(fileName.replace(JOINERS, '')) ? [finding('nameMisleading', {})] : [];
}

function checkExtensions(fileName: string, type: DocumentType | undefined): Finding[] {
  const extension = extensionOf(fileName);
  const inner = fileName
    .toLowerCase()
    .split('.')
    .slice(1, -1)
    .map((step) => step.trim());
  const program = [extension, ...inner].find((step) => LOOKS_LIKE_EXTENSION.test(step) && isProgramExtension(step));
  if (program !== undefined) {
    return [finding('doubleExtension', { extension: `.${program}` })];
  }
  if (type !== undefined && extension !== type) {
    return [finding('extensionMismatch', { extension: shownText(extension === '' ? fileName : `.${extension}`, 20), expected: `.${type}` })];
  }
  return [];
}
