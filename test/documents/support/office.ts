import { writeZip, type RawEntry } from './zip';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN: Record<'docx' | 'xlsx', { part: string; type: string; body: string }> = {
  docx: {
    part: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    body: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>'
  },
  xlsx: {
    part: 'xl/workbook.xml',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    body: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
  }
};

/** How an Office document made by {@link makeOffice} differs from the plainest one. */
export interface OfficeOptions {
  readonly type?: 'docx' | 'xlsx';
  /** Content type of the main part. */
  readonly mainType?: string;
  /** Content of the main part. */
  readonly body?: string;
  readonly parts?: readonly RawEntry[];
  /** Links of the main part. */
  readonly links?: readonly { kind: string; target: string; external?: boolean }[];
}

/** The smallest Office document that is one, with what is added to it. */
export function makeOffice(options: OfficeOptions = {}): Uint8Array {
  const main = MAIN[options.type ?? 'docx'];
  const [folder, file] = main.part.split('/');
  const links = (options.links ?? []).map(
    ({ kind, target, external }, index) =>
      `<Relationship Id="r${index}" Type="${OFFICE_LINKS}/${kind}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`
  );
  return writeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main.part}" ContentType="${options.mainType ?? main.type}"/></Types>`
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${LINKS}"><Relationship Id="r1" Type="${OFFICE_LINKS}/officeDocument" Target="${main.part}"/></Relationships>`
    },
    { name: main.part, content: options.body ?? main.body },
    { name: `${folder}/_rels/${file}.rels`, content: `<Relationships xmlns="${LINKS}">${links.join('')}</Relationships>` },
    ...(options.parts ?? [])
  ]);
}

/** A workbook with texts in its cells, in the order given. */
export function makeXlsx(cells: readonly string[], title = ''): Uint8Array {
  return makeOffice({
    type: 'xlsx',
    parts: [
      { name: 'docProps/core.xml', content: `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator>Somebody</dc:creator></cp:coreProperties>` },
      {
        name: 'xl/sharedStrings.xml',
        content: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cells.map((cell) => `<si><t>${cell}</t></si>`).join('')}</sst>`
      }
    ]
  });
}

/** The header of an OLE compound file with a directory that names these streams. */
export function makeCompound(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, index) => {
    Array.from(name).forEach((character, place) => {
      bytes[512 + 128 * index + 2 * place] = character.charCodeAt(0);
    });
  });
  return bytes;
}
