import { randomBytes } from 'node:crypto';
import { connectFromNode } from '../../../src/service/siteConnection';
import { openSite } from '../../../src/site/deskSite';
import { makeOffice } from '../../../test/documents/support/office';

const MEGABYTE = 1024 * 1024;
const PICTURE_MEGABYTES = 5;

/** Uploads a large document: `uploadLarge.ts URL MEGABYTES NAME`, a Word document of pictures or, by its name, a PDF document. */
async function upload(siteUrl: string, megabytes: number, name: string): Promise<void> {
  const { contributions } = openSite(connectFromNode({ siteUrl, headers: { 'X-Local-User': 'delegate.ke@example.org' } }));
  const content = name.endsWith('.pdf')
    ? new Blob(['%PDF-1.7\n', ...Array.from({ length: megabytes }, () => randomBytes(MEGABYTE)), '\n%%EOF\n'])
    : makeOffice({
        parts: Array.from({ length: megabytes / PICTURE_MEGABYTES }, (_unused, index) => ({ name: `word/media/image${index}.png`, content: randomBytes(PICTURE_MEGABYTES * MEGABYTE), stored: true }))
      });
  const { id } = await contributions.upload(name, content);
  process.stdout.write(String(id));
}

void upload(process.argv[2], Number(process.argv[3]), process.argv[4]);
