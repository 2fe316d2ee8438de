import type { DocumentContent, DocumentProperties } from './documentProperties';
import { readHeading } from './headingLines';

/**
 * What a document says of itself: its heading first, as delegates see it, then the properties that its program keeps.
 */
export function readProperties(content: DocumentContent): DocumentProperties {
  const heading = readHeading(content.lines);
  const properties = {
    ...heading,
    title: heading.title ?? content.properties.title,
    declaredLanguage: content.properties.declaredLanguage
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/** The text sample of a document, a line of it on a line. */
export function sampleOf(content: DocumentContent): string {
  return content.lines.map(({ text }) => text).join('\n');
}
