import type { Language } from '../rules/language';
import { compareLanguages } from './compareLanguages';
import type { DetectedLanguage } from './detectLanguage';
import { DocumentProblem } from './documentProblem';
import type { DocumentContent, DocumentProperties } from './documentProperties';
import { detectOfficeType, detectType, type DocumentType } from './documentType';
import { checkFileName } from './fileName';
import { checkSize } from './fileSize';
import { finding, severestFirst, type Finding } from './findings';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits';
import { findMainPart, readContentTypes, readRelationships } from './officePackage';
import { readOfficeParts } from './officeParts';
import { checkOfficeSafety } from './officeSafety';
import { checkPdfSafety } from './pdfSafety';
import { readOffice } from './readOffice';
import { readProperties, sampleOf } from './readProperties';

/** What {@link checkDocument} is asked. */
export interface DocumentToCheck {
  /** The name without folders. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The language that the author declared; without it the language is detected but not compared. */
  readonly declaredLanguage?: Language;
  /** Bounds that differ from {@link DOCUMENT_LIMITS}. */
  readonly limits?: Partial<DocumentLimits>;
}

/** What the bytes of a document say, whatever its name is and whatever was declared of it. */
export interface ContentInspection {
  /** The type by content; absent when it is not one that is taken. */
  readonly type?: DocumentType;
  /** What was found. Empty when all is well. */
  readonly findings: readonly Finding[];
  readonly properties: DocumentProperties;
  /** The beginning of the text, plain; it is the author's and must never become markup. */
  readonly textSample: string;
  /** The language of the text sample, when it is an official one. */
  readonly language?: DetectedLanguage;
}

/** What {@link checkDocument} answers: the inspection, with findings about name and language, the most severe first. */
export type DocumentCheck = ContentInspection;

/** What the inside of a document gave. */
interface Inside {
  readonly type?: DocumentType;
  readonly findings: readonly Finding[];
  readonly content?: DocumentContent;
}

/**
 * Checks a document by its bytes and name and reads what it says of itself. It never changes the bytes; whatever is
 * wrong with them is a finding, never an error. What the browser finds with it is advice, what the service finds with
 * it decides.
 * @throws Error only when the code of a reader cannot be loaded (the connection is lost); to be tried again
 */
export async function checkDocument(document: DocumentToCheck): Promise<DocumentCheck> {
  const limits = { ...DOCUMENT_LIMITS, ...document.limits };
  const inspection = await inspectContent(document.bytes, limits);
  const findings = [
    ...inspection.findings,
    ...checkFileName(document.fileName, inspection.type, limits),
    ...compareLanguages(document.declaredLanguage, inspection.language)
  ];
  return { ...inspection, findings: severestFirst(findings) };
}

/**
 * Inspects the bytes of a document alone, so that what was found stays true when it is renamed or its form changes.
 * @throws Error as {@link checkDocument}
 */
export async function inspectContent(bytes: Uint8Array, limits: DocumentLimits = DOCUMENT_LIMITS): Promise<ContentInspection> {
  const inside = await lookInside(bytes, limits);
  const textSample = inside.content === undefined ? '' : sampleOf(inside.content);
  return {
    type: inside.type,
    findings: inside.findings,
    properties: inside.content === undefined ? {} : readProperties(inside.content),
    textSample,
    language: await languageOf(textSample)
  };
}

async function lookInside(bytes: Uint8Array, limits: DocumentLimits): Promise<Inside> {
  if (bytes.length === 0) {
    return { findings: [finding('empty', {})] };
  }
  const tooLarge = checkSize(bytes.length, limits);
  if (tooLarge !== undefined) {
    return { findings: [tooLarge] };
  }
  const detected = detectType(bytes);
  switch (detected.kind) {
    case 'refused':
      return { findings: [detected.finding] };
    case 'pdf':
      return stoppedByProblem({ type: 'pdf', findings: [] }, () => lookInsidePdf(bytes, limits));
    case 'zip':
      return stoppedByProblem({ findings: [] }, () => lookInsideOffice(bytes, limits));
  }
}

async function lookInsidePdf(bytes: Uint8Array, limits: DocumentLimits): Promise<Inside> {
  const findings = checkPdfSafety(bytes, limits);
  if (findings.length > 0) {
    return { type: 'pdf', findings };
  }
  // PDF.js is larger than all the rest together, so it is fetched when a PDF document comes.
  const { readPdf } = await import('./readPdf');
  return { type: 'pdf', findings, content: await readPdf(bytes, limits) };
}

async function lookInsideOffice(bytes: Uint8Array, limits: DocumentLimits): Promise<Inside> {
  const parts = readOfficeParts(bytes, limits);
  const contentTypes = readContentTypes(parts);
  const relationships = readRelationships(parts);
  const type = detectOfficeType(parts, contentTypes, findMainPart(relationships));
  if (typeof type !== 'string') {
    return { findings: [type] };
  }
  const findings = contentTypes === undefined ? [] : checkOfficeSafety(parts, contentTypes, relationships, limits);
  return stoppedByProblem({ type, findings }, () =>
    Promise.resolve({ type, findings, content: readOffice(type, parts, relationships, limits) })
  );
}

/** Runs a step; the problem that stops it becomes a finding beside what was known before. */
async function stoppedByProblem(before: Inside, step: () => Promise<Inside>): Promise<Inside> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof DocumentProblem) {
      return { ...before, findings: [...before.findings, error.finding] };
    }
    throw error;
  }
}

async function languageOf(text: string): Promise<DetectedLanguage | undefined> {
  if (text === '') {
    return undefined;
  }
  const { detectLanguage } = await import('./detectLanguage');
  return detectLanguage(text);
}
