import { SaxesParser, type SaxesTagNS } from 'saxes';

import { problem } from './documentProblem';
import type { OfficePart } from './officePart';
import { shownText } from './shownText';

/** The value of an element's attribute by its name without prefix; the first that fits, where a prefix makes several. */
type XmlAttribute = (localName: string, fits?: (value: string) => boolean) => string | undefined;

/** What a reader of XML is told; names are without prefix. */
interface XmlHandlers {
  readonly open?: (element: string, attribute: XmlAttribute) => void;
  readonly text?: (text: string) => void;
  readonly close?: (element: string) => void;
  /** Asked between pieces: true ends the reading, whatever follows. */
  readonly done?: () => boolean;
}

const PIECE = 64 * 1024;
const ENCODINGS = /^(utf-8|utf8|utf-16|us-ascii)$/i;

/**
 * A reader that takes an XML part in pieces. It knows no entities but the five of XML itself.
 * @param part name of the part, for the findings
 * @throws DocumentProblem `documentTypeDeclaration` or `unreadable`, out of the returned functions
 */
function xmlReader(part: string, handlers: XmlHandlers): { take: (piece: Uint8Array) => void; end: () => void } {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  let decoder: TextDecoder | undefined;
  let ended = false;
  parser.on('error', () => {
    if (handlers.done?.() !== true) {
      throw problem('unreadable', {});
    }
  });
  parser.on('doctype', () => {
    throw problem('documentTypeDeclaration', { part: shownText(part) });
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !ENCODINGS.test(encoding)) {
      throw problem('unreadable', {});
    }
  });
  parser.on('opentag', (tag) => handlers.open?.(tag.local, (name, fits) => attributeOf(tag, name, fits)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(tag.local));
  return {
    take: (bytes) => {
      for (let at = 0; at < bytes.length && !ended; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        decoder ??= new TextDecoder(encodingOf(piece));
        parser.write(decoder.decode(piece, { stream: true }));
        ended = handlers.done?.() ?? false;
      }
    },
    end: () => {
      if (!ended) {
        parser.close();
      }
    }
  };
}

/**
 * Reads a part of a document, or the beginning of it that is held. A part that is not there has nothing to read.
 * @throws DocumentProblem as {@link xmlReader}
 */
export function readXml(part: OfficePart | undefined, handlers: XmlHandlers): void {
  if (part !== undefined) {
    const reader = xmlReader(part.name, handlers);
    reader.take(part.bytes);
    if (part.bytes.length === part.size) {
      reader.end();
    }
  }
}

/**
 * A reader that only looks at what stands before the root element, where a document type declaration would be.
 * @throws DocumentProblem as {@link xmlReader}
 */
export function xmlPrologReader(part: string): (piece: Uint8Array) => void {
  let rootSeen = false;
  return xmlReader(part, { open: () => (rootSeen = true), done: () => rootSeen }).take;
}

function attributeOf(tag: SaxesTagNS, name: string, fits: (value: string) => boolean = () => true): string | undefined {
  return Object.values(tag.attributes).find((attribute) => attribute.local === name && fits(attribute.value))?.value;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}
