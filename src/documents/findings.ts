import type { Standing } from '../rules/contribution';
import type { Language } from '../rules/language';

/** What a finding does: `blocks` keeps a document from being accepted, `asks` waits for an answer, `informs` only tells. */
export type Severity = 'blocks' | 'asks' | 'informs';

/** A field of the submission form that can be missing. */
export type MetadataField = 'meeting' | 'source' | 'title' | 'purpose' | 'originalLanguage' | 'actionRequired' | 'topic' | 'abstract';

/** What each finding carries besides its code: the placeholders of its sentence in the catalogue. */
export interface FindingParameters {
  /** The document has no bytes. */
  empty: Record<string, never>;
  /** The upload stopped before the last byte. */
  incompleteUpload: Record<string, never>;
  /** The document is larger than the limit; both in megabytes. */
  tooLarge: { readonly megabytes: number; readonly limit: number };
  /** The content is of a kind that is not taken, and cannot simply be saved as one that is. */
  typeNotAllowed: { readonly detected: string };
  /** The content is of a kind that the same program can save as one that is taken. */
  saveAsAllowedType: { readonly detected: string; readonly saveAs: string };
  /** The document is protected by a password or by rights management. */
  encrypted: Record<string, never>;
  /** The document is damaged or is not built as its kind demands. */
  unreadable: Record<string, never>;
  /** Reading the document took more time or memory than one document may. */
  tooDemanding: { readonly seconds: number };
  /** An Office document has more parts than the limit. */
  tooManyParts: { readonly limit: number };
  /** A document unpacks to more than the limit, or to more than it declares; in megabytes. */
  unpackedTooLarge: { readonly limit: number };
  /** A part unpacks to a multiple of its packed size that no honest document reaches. */
  suspiciousCompression: { readonly part: string };
  /** The name of a part points outside the document or is there twice. */
  unsafePart: { readonly part: string };
  /** Macros or other code that Office would run. */
  macros: { readonly part: string };
  /** A program or an object that starts one is embedded. */
  embeddedProgram: { readonly part: string };
  /** A whole other file is embedded. */
  embeddedFile: { readonly part: string };
  /** An object of another program is embedded (an equation, a drawing). */
  embeddedObject: { readonly part: string };
  /** Opening the document would load content from elsewhere. */
  externalContent: { readonly target: string };
  /** The document names a template on the author's own disk; nothing is loaded from it elsewhere. */
  localTemplate: { readonly target: string };
  /** An XML part has a document type declaration. */
  documentTypeDeclaration: { readonly part: string };
  /** A PDF document has scripts. */
  pdfScript: Record<string, never>;
  /** A PDF document starts a program. */
  pdfLaunch: Record<string, never>;
  /** SharePoint does not take these characters in a name. */
  nameCharacters: { readonly characters: string };
  /** SharePoint does not take this name. */
  nameReserved: { readonly name: string };
  /** The name is longer than the limit, in characters. */
  nameTooLong: { readonly length: number; readonly limit: number };
  /** Characters in the name are not shown or change the order of the others. */
  nameMisleading: Record<string, never>;
  /** The name has a second ending that belongs to a program. */
  doubleExtension: { readonly extension: string };
  /** The ending of the name is not the one of the content. */
  extensionMismatch: { readonly extension: string; readonly expected: string };
  /** The same content, byte for byte, is already there. */
  sameContent: { readonly document: string };
  /** The meeting that the contribution is for is cancelled. */
  meetingCancelled: { readonly meeting: string };
  /** The meeting that the contribution is for is over. */
  meetingHeld: { readonly meeting: string };
  /** A field of the submission form has no value. */
  metadataMissing: { readonly field: MetadataField };
  /** The text is in another language than the one declared. */
  languageDoubtful: { readonly declared: Language; readonly detected: Language };
  /** The meeting changed, and by its new dates (or without any) the document would lose what it was promised. */
  standingInQuestion: { readonly meeting: string; readonly before: Standing; readonly after: Standing | 'none' };
  /** The number is already taken by another document. */
  numberClash: { readonly symbol: string };
}

/** The name of a kind of finding; its sentence stands in the catalogue under `finding.<code>`. */
export type FindingCode = keyof FindingParameters;

/** How severe each kind of finding is: the one place that decides it. */
export const FINDING_SEVERITY: Readonly<Record<FindingCode, Severity>> = {
  empty: 'blocks',
  incompleteUpload: 'blocks',
  tooLarge: 'blocks',
  typeNotAllowed: 'blocks',
  saveAsAllowedType: 'blocks',
  encrypted: 'blocks',
  unreadable: 'blocks',
  tooDemanding: 'blocks',
  tooManyParts: 'blocks',
  unpackedTooLarge: 'blocks',
  suspiciousCompression: 'blocks',
  unsafePart: 'blocks',
  macros: 'blocks',
  embeddedProgram: 'blocks',
  embeddedFile: 'blocks',
  embeddedObject: 'asks',
  externalContent: 'blocks',
  localTemplate: 'informs',
  documentTypeDeclaration: 'blocks',
  pdfScript: 'blocks',
  pdfLaunch: 'blocks',
  nameCharacters: 'blocks',
  nameReserved: 'blocks',
  nameTooLong: 'blocks',
  nameMisleading: 'blocks',
  doubleExtension: 'blocks',
  extensionMismatch: 'blocks',
  sameContent: 'asks',
  meetingCancelled: 'blocks',
  meetingHeld: 'asks',
  metadataMissing: 'asks',
  languageDoubtful: 'asks',
  standingInQuestion: 'informs',
  numberClash: 'asks'
};

/** One thing that a check found, as plain data that survives JSON. */
export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly parameters: FindingParameters[Code];
  };
}[FindingCode];

/** A finding with the severity that belongs to its code. */
export function finding<Code extends FindingCode>(code: Code, parameters: FindingParameters[Code]): Finding {
  // A generic literal cannot be matched with the union that the mapped type makes.
  return { code, severity: FINDING_SEVERITY[code], parameters } as unknown as Finding;
}

const SEVEREST_FIRST: readonly Severity[] = ['blocks', 'asks', 'informs'];

/** Findings in the one order in which they are shown and stored: the most severe first, otherwise as they were found. */
export function severestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => SEVEREST_FIRST.indexOf(one.severity) - SEVEREST_FIRST.indexOf(other.severity));
}
