import type { PDFDocumentProxy } from 'unpdf/pdfjs';

import { meaningfulTitle } from './coreProperties';
import { DocumentProblem, problem } from './documentProblem';
import type { DocumentContent } from './documentProperties';
import { languageOfTag } from './languageTag';
import type { DocumentLimits } from './limits';
import { LineCollector } from './lineCollector';
import { collectPdfLines } from './pdfLines';

/** Pages that are read for the heading and the text sample. */
const PAGES = 2;
const QUIET = 0;

/**
 * The first lines of a PDF document. PDF.js runs in the caller's thread here, in its build without a worker of its
 * own, and is told neither to compile code nor to fetch anything.
 * @throws DocumentProblem `encrypted`, `unreadable`, `pdfScript` or `embeddedFile`
 */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<DocumentContent> {
  // An ES module, which CommonJS can only import so.
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({
    // PDF.js takes the buffer that it is given for itself.
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    stopAtErrors: false,
    verbosity: QUIET
  });
  try {
    return await readContent(await task.promise, limits);
  } catch (error) {
    if (error instanceof DocumentProblem) {
      throw error;
    }
    // The package declares no types for the errors of PDF.js; their names are part of its interface.
    throw problem(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'unreadable', {});
  } finally {
    await task.destroy();
  }
}

async function readContent(document: PDFDocumentProxy, limits: DocumentLimits): Promise<DocumentContent> {
  const collector = new LineCollector(limits.sampleCharacters);
  for (let number = 1; number <= Math.min(document.numPages, PAGES) && !collector.full; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    collectPdfLines(
      // Marked content comes among the runs of text and has none of its own.
      content.items.flatMap((item) => ('str' in item ? [item] : [])),
      collector
    );
  }
  await refuseActiveContent(document);
  const { info } = await document.getMetadata();
  const { Title: title, Language: language } = info as { Title?: unknown; Language?: unknown };
  return {
    properties: {
      title: typeof title === 'string' ? meaningfulTitle(title) : undefined,
      declaredLanguage: typeof language === 'string' ? languageOfTag(language) : undefined
    },
    lines: collector.lines
  };
}

/** What the search of the bytes cannot see, because it is packed in a way that only a full parser undoes. */
async function refuseActiveContent(document: PDFDocumentProxy): Promise<void> {
  if ((await document.getJSActions()) !== null) {
    throw problem('pdfScript', {});
  }
  if ((await document.getAttachments()) !== null) {
    throw problem('embeddedFile', { part: 'PDF' });
  }
}
