import { readCoreProperties } from './coreProperties';
import type { DocumentContent } from './documentProperties';
import type { DocumentLimits } from './limits';
import { LineCollector } from './lineCollector';
import type { OfficeParts } from './officeParts';
import { readXml } from './xmlReader';

/** Elements of WordprocessingML whose content is shown twice or not at all. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['Fallback', 'del', 'moveFrom', 'instrText']);

/**
 * The first lines of a Word document, one a paragraph, with the paragraph's style.
 * @param mainPart name of the part with the text
 * @throws DocumentProblem `unreadable`
 */
export function readDocx(parts: OfficeParts, mainPart: string, limits: DocumentLimits): DocumentContent {
  const collector = new LineCollector(limits.sampleCharacters);
  let hidden = 0;
  let inText = false;
  readXml(parts.get(mainPart), {
    open: (element, attribute) => {
      hidden += NOT_SHOWN.has(element) ? 1 : 0;
      inText = element === 't';
      if (element === 'pStyle') {
        collector.style(attribute('val'));
      } else if (element === 'tab' || element === 'br') {
        collector.add(' ');
      }
    },
    text: (text) => {
      if (inText && hidden === 0) {
        collector.add(text);
      }
    },
    close: (element) => {
      hidden -= NOT_SHOWN.has(element) ? 1 : 0;
      inText = false;
      if (element === 'p') {
        collector.endLine();
      }
    },
    done: () => collector.full
  });
  collector.endLine();
  return { properties: readCoreProperties(parts), lines: collector.lines };
}
