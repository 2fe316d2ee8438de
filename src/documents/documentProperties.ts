import type { Language } from '../rules/language';

/** For what a contribution is submitted. */
export type DocumentPurpose = 'action' | 'information' | 'liaison';

/** What a document says of itself. Nothing here is certain: it is offered in the form, and people correct it. */
export interface DocumentProperties {
  readonly title?: string;
  /** The entity that submits the document, never the person noted as author. */
  readonly source?: string;
  readonly agendaItem?: string;
  readonly purpose?: DocumentPurpose;
  /** The language that the document's own properties declare. */
  readonly declaredLanguage?: Language;
}

/** A line of a document's text with the name of its style, where it has one. */
export interface DocumentLine {
  readonly text: string;
  readonly style?: string;
}

/** What a reader gets out of a document. */
export interface DocumentContent {
  /** Properties that do not come from the lines. */
  readonly properties: Pick<DocumentProperties, 'title' | 'declaredLanguage'>;
  /** The first lines, up to the limit of the text sample. */
  readonly lines: readonly DocumentLine[];
}
