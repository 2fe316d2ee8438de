import { readCoreProperties } from './coreProperties';
import type { DocumentContent } from './documentProperties';
import type { DocumentLimits } from './limits';
import { LineCollector } from './lineCollector';
import { targetPart, type Relationship } from './officePackage';
import type { OfficeParts } from './officeParts';
import { readXml } from './xmlReader';

/** Style under which the lines of a slide's title are given. */
const TITLE_STYLE = 'Title1';

/**
 * The lines of the first slides of a presentation, in the order in which they are shown.
 * @throws DocumentProblem `unreadable`
 */
export function readPptx(
  parts: OfficeParts,
  mainPart: string,
  relationships: readonly Relationship[],
  limits: DocumentLimits
): DocumentContent {
  const collector = new LineCollector(limits.sampleCharacters);
  for (const slide of slidesInOrder(parts, mainPart, relationships)) {
    readSlide(parts, slide, collector);
  }
  return { properties: readCoreProperties(parts), lines: collector.lines };
}

function slidesInOrder(parts: OfficeParts, mainPart: string, relationships: readonly Relationship[]): string[] {
  const slides = new Map(
    relationships.filter(({ from, kind }) => from === mainPart && kind === 'slide').map((link) => [link.id, targetPart(link)])
  );
  const order: string[] = [];
  readXml(parts.get(mainPart), {
    open: (element, attribute) => {
      // Both the slide's own number and the relationship are called `id`; the relationship's is the one that is known.
      const slide = element === 'sldId' ? attribute('id', (value) => slides.has(value)) : undefined;
      if (slide !== undefined) {
        order.push(slides.get(slide) ?? '');
      }
    }
  });
  return order;
}

function readSlide(parts: OfficeParts, slide: string, collector: LineCollector): void {
  let inText = false;
  let inTitle = false;
  readXml(parts.get(slide), {
    open: (element, attribute) => {
      inText = element === 't';
      if (element === 'sp') {
        inTitle = false;
      } else if (element === 'ph') {
        inTitle = /^(ctrT|t)itle$/.test(attribute('type') ?? '');
      } else if (element === 'br') {
        collector.add(' ');
      }
    },
    text: (text) => {
      if (inText) {
        collector.add(text);
      }
    },
    close: (element) => {
      inText = false;
      if (element === 'p') {
        collector.style(inTitle ? TITLE_STYLE : undefined);
        collector.endLine();
      }
    },
    done: () => collector.full
  });
}
