import { carriesPackage, isCompoundFile } from './compoundFile';
import { DocumentProblem } from './documentProblem';
import { isProgram } from './documentType';
import { finding, type Finding } from './findings';
import type { DocumentLimits } from './limits';
import type { ContentTypes, Relationship } from './officePackage';
import type { OfficePart } from './officePart';
import type { OfficeParts } from './officeParts';
import { hasProgramExtension } from './programExtensions';
import { shownText } from './shownText';
import { readZipDirectory } from './zipDirectory';

/** Parts that hold code: VBA projects, Excel 4.0 macro sheets, ActiveX controls. */
const CODE_PART = /(^|\/)(vbaProject|vbaData|vbaProjectSignature\w*)\.(bin|xml)$|(^|\/)(macrosheets|activeX)\/./i;
/** A file inside the folder, which some programs also write when it is empty. */
const EMBEDDED_PART = /\/embeddings\/./i;
const CODE_TYPE = /vbaproject|macroenabled|macrosheet|activex/;
const CODE_LINK = /^(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet|control|activeXControlBinary)$/i;
/** A link that a person has to follow; nothing is loaded by opening the document. */
const HARMLESS_LINK = /^hyperlink$/i;
const OFFICE_PACKAGE = /\.(docx|xlsx|pptx)$/i;

/**
 * What an Office document would do besides being read: run code, start a program, load content from elsewhere
 * (OWASP ASVS 5.0, 5.2.2). One finding of a code and a part or target is enough.
 */
export function checkOfficeSafety(
  parts: OfficeParts,
  contentTypes: ContentTypes,
  relationships: readonly Relationship[],
  limits: DocumentLimits
): Finding[] {
  return [
    ...findMacros(parts, contentTypes, relationships),
    ...Array.from(parts.values()).flatMap((part) => findEmbedded(part, limits)),
    ...findExternal(parts, contentTypes, relationships)
  ];
}

function findMacros(parts: OfficeParts, contentTypes: ContentTypes, relationships: readonly Relationship[]): Finding[] {
  const part =
    Array.from(parts.keys()).find((name) => CODE_PART.test(name) || CODE_TYPE.test(contentTypes.of(name))) ??
    relationships.find(({ kind }) => CODE_LINK.test(kind))?.target ??
    Array.from(contentTypes.all).find((type) => CODE_TYPE.test(type));
  return part === undefined ? [] : [finding('macros', { part: shownText(part) })];
}

function findEmbedded(part: OfficePart, limits: DocumentLimits): Finding[] {
  const shown = { part: shownText(part.name) };
  if (isProgram(part.head) || hasProgramExtension(part.name)) {
    return [finding('embeddedProgram', shown)];
  }
  if (!EMBEDDED_PART.test(part.name)) {
    return [];
  }
  if (part.bytes.length < part.size) {
    return [finding('embeddedFile', shown)];
  }
  if (isCompoundFile(part.head)) {
    return [finding(carriesPackage(part.bytes) ? 'embeddedProgram' : 'embeddedObject', shown)];
  }
  // The data behind a chart is a small workbook: taken, unless it has code of its own.
  return OFFICE_PACKAGE.test(part.name) ? findNestedCode(part, limits) : [finding('embeddedFile', shown)];
}

function findNestedCode(part: OfficePart, limits: DocumentLimits): Finding[] {
  try {
    const nested = readZipDirectory(part.bytes, limits);
    return nested.some(({ name }) => CODE_PART.test(name)) ? [finding('macros', { part: shownText(part.name) })] : [];
  } catch (error) {
    if (error instanceof DocumentProblem) {
      return [error.finding];
    }
    throw error;
  }
}

function findExternal(parts: OfficeParts, contentTypes: ContentTypes, relationships: readonly Relationship[]): Finding[] {
  const found = relationships
    .filter(({ external, kind }) => external && !HARMLESS_LINK.test(kind))
    .map(({ kind, target }) =>
      finding(kind === 'attachedTemplate' && isOwnDisk(target) ? 'localTemplate' : 'externalContent', { target: shownText(target) })
    );
  const foreignWorkbook = Array.from(parts.keys()).find((name) => contentTypes.of(name).endsWith('externallink+xml'));
  if (foreignWorkbook !== undefined && found.length === 0) {
    return [finding('externalContent', { target: shownText(foreignWorkbook) })];
  }
  return withoutRepetition(found);
}

/** Word notes the template that an author works with; on a drive of the author's own nobody else loads it. */
function isOwnDisk(target: string): boolean {
  return /^(file:\/{2,3})?[a-z]:[\\/]/i.test(target) || /^[\w .()-]+\.dot[xm]?$/i.test(target);
}

function withoutRepetition(findings: readonly Finding[]): Finding[] {
  return Array.from(new Map(findings.map((found) => [JSON.stringify(found), found])).values()).slice(0, 10);
}
