import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** What {@link makePdf} writes besides its lines. */
export interface PdfOptions {
  readonly title?: string;
  readonly script?: string;
  readonly attachment?: Uint8Array;
  /** A program that opening the document would start. */
  readonly launch?: string;
  readonly password?: string;
  /** Whether objects are packed into object streams, as modern programs do. On by default. */
  readonly objectStreams?: boolean;
}

const CODES_A_BLOCK = 100;
const CHARACTERS_A_LINE = 80;

/**
 * A real PDF document with text in any script. Its font is not embedded, only the table that says which character each
 * code stands for, which is all that reading needs.
 */
export async function makePdf(lines: readonly string[], options: PdfOptions = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage([595, 842]);
  const drawn = lines.flatMap(wrap).map(inDrawingOrder);
  const codes = new Map(Array.from(new Set(drawn.join('')), (character, index) => [character, hex(index + 1)]));
  page.node.setFontDictionary(PDFName.of('F1'), addFont(document, codes));
  const content = drawn.map((line) => `<${Array.from(line, (character) => codes.get(character)).join('')}> Tj T*`).join('\n');
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(`BT /F1 8 Tf 12 TL 40 800 Td\n${content}\nET`)));
  await addExtras(document, options);
  return document.save({ useObjectStreams: options.objectStreams ?? true });
}

async function addExtras(document: PDFDocument, options: PdfOptions): Promise<void> {
  if (options.title !== undefined) {
    document.setTitle(options.title);
  }
  if (options.script !== undefined) {
    document.addJavaScript('start', options.script);
  }
  if (options.attachment !== undefined) {
    await document.attach(options.attachment, 'attachment.bin');
  }
  if (options.launch !== undefined) {
    const action = document.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of(options.launch) });
    document.catalog.set(PDFName.of('OpenAction'), document.context.register(action));
  }
  if (options.password !== undefined) {
    document.encrypt({ userPassword: options.password, ownerPassword: options.password });
  }
}

function addFont(document: PDFDocument, codes: ReadonlyMap<string, string>): ReturnType<typeof document.context.register> {
  const { context } = document;
  const pairs = Array.from(codes, ([character, code]) => `<${code}> <${utf16(character)}>`);
  const blocks = Array.from({ length: Math.ceil(pairs.length / CODES_A_BLOCK) }, (_unused, index) => {
    const block = pairs.slice(index * CODES_A_BLOCK, (index + 1) * CODES_A_BLOCK);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  const table = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
  const descriptor = { Type: 'FontDescriptor', FontName: 'Sample', Flags: 4, FontBBox: [0, -200, 1000, 800], ItalicAngle: 0, Ascent: 800, Descent: -200, CapHeight: 700, StemV: 80 };
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: 'Sample',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    DW: 600,
    FontDescriptor: context.register(context.obj(descriptor))
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Sample',
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(context.flateStream(table))
    })
  );
}

function wrap(line: string): string[] {
  const wrapped = [''];
  for (const word of line.split(/(?<= )/u)) {
    const fits = wrapped[wrapped.length - 1].length + word.length <= CHARACTERS_A_LINE;
    if (fits) {
      wrapped[wrapped.length - 1] += word;
    } else {
      wrapped.push(word);
    }
  }
  return wrapped.filter((text) => text !== '');
}

/** Arabic is drawn from left to right as it is seen, numbers and Latin words kept. */
function inDrawingOrder(line: string): string {
  return /\p{Script=Arabic}/u.test(line)
    ? line.split(/([A-Za-z0-9][A-Za-z0-9-]*)/).reverse().map((run) => (/^[A-Za-z0-9]/.test(run) ? run : Array.from(run).reverse().join(''))).join('')
    : line;
}

function utf16(character: string): string {
  return PDFHexString.fromText(character).asString().slice(4);
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
