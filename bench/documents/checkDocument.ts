import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';

import { checkDocument } from '../../src/documents/checkDocument';
import { makePdf } from '../../test/documents/support/pdf';
import { SENTENCES } from '../../test/documents/support/sentences';
import { writeZip } from '../../test/documents/support/zip';
import { makeOffice } from '../../test/documents/support/office';
import { makeDocx } from '../../test/support/documents';
import { record, runAsBench } from '../support/figure';
import { median } from '../support/median';

const MEGABYTE = 1024 * 1024;
const RUNS = 5;
const UNPACKED = 'everything unpacked without a bound';

/** The median time in milliseconds of some runs after one that warms up. */
async function time(step: () => unknown): Promise<number> {
  await step();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await step();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** Unpacks everything at once without any bound: what a check costs is measured against it. */
function unpackAll(bytes: Uint8Array): () => string {
  return () => {
    try {
      return String(Object.keys(unzipSync(bytes)).length);
    } catch (error) {
      return String(error);
    }
  };
}

async function run(): Promise<void> {
  const plain = await makeDocx({ title: SENTENCES.en[0], paragraphs: Array.from({ length: 200 }, (_unused, index) => SENTENCES.en[index % 12]) });
  const pictures = makeOffice({
    parts: Array.from({ length: 20 }, (_unused, index) => ({ name: `word/media/image${index}.png`, content: randomBytes(5 * MEGABYTE), stored: true }))
  });
  const bomb = makeOffice({ parts: [{ name: 'word/bomb.xml', content: new Uint8Array(190 * MEGABYTE) }] });
  const manyParts = writeZip(Array.from({ length: 20_000 }, (_unused, index) => ({ name: `p${index}`, content: 'x', stored: true })));
  const pdf = await makePdf(SENTENCES.fr);
  const rows: string[] = [];
  const row = async (name: string, bytes: Uint8Array, against: string, base: () => unknown): Promise<void> => {
    const fileName = name.startsWith('PDF') ? 'a.pdf' : 'a.docx';
    const check = await checkDocument({ fileName, bytes });
    const findings = check.findings.map(({ code }) => code).join(', ');
    const [baseline, ours] = [await time(base), await time(() => checkDocument({ fileName, bytes }))];
    record({ name: `check of a document: ${name}`, unit: 'ms', ours, baseline, against });
    rows.push(`| ${name} (${(bytes.length / MEGABYTE).toFixed(2)} MB) | ${baseline.toFixed(1)} ms | ${ours.toFixed(1)} ms | ${findings || 'none'} |`);
  };
  await row('DOCX, 200 paragraphs', plain, UNPACKED, unpackAll(plain));
  await row('DOCX, 100 MB of pictures', pictures, UNPACKED, unpackAll(pictures));
  await row('bomb, unpacks to 190 MB', bomb, UNPACKED, unpackAll(bomb));
  await row('20,000 parts', manyParts, UNPACKED, unpackAll(manyParts));
  await row('PDF, one page', pdf, 'one search for a name', () => new TextDecoder('latin1').decode(pdf).includes('/JavaScript'));
  process.stdout.write(`| document | baseline | checkDocument | findings |\n|---|---|---|---|\n${rows.join('\n')}\n`);
}

runAsBench(run);
