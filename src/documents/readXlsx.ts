import { readCoreProperties } from './coreProperties';
import type { DocumentContent } from './documentProperties';
import type { DocumentLimits } from './limits';
import { LineCollector } from './lineCollector';
import type { OfficePart } from './officePart';
import type { OfficeParts } from './officeParts';
import { readXml } from './xmlReader';

/** Where a workbook keeps its texts: the table of shared ones, in the order of first use, and the first sheet's own. */
const TEXT_PARTS = ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'];

/**
 * The first texts of a workbook, one cell a line.
 * @throws DocumentProblem `unreadable`
 */
export function readXlsx(parts: OfficeParts, limits: DocumentLimits): DocumentContent {
  const collector = new LineCollector(limits.sampleCharacters);
  for (const name of TEXT_PARTS) {
    readCells(parts.get(name), collector);
  }
  return { properties: readCoreProperties(parts), lines: collector.lines };
}

function readCells(part: OfficePart | undefined, collector: LineCollector): void {
  let inText = false;
  let phonetic = false;
  readXml(part, {
    open: (element) => {
      inText = element === 't';
      phonetic = phonetic || element === 'rPh';
    },
    text: (text) => {
      if (inText && !phonetic) {
        collector.add(text);
      }
    },
    close: (element) => {
      inText = false;
      if (element === 'rPh') {
        phonetic = false;
      } else if (element === 'si' || element === 'is') {
        collector.endLine();
      }
    },
    done: () => collector.full
  });
}
