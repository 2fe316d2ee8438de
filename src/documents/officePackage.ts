import type { OfficeParts } from './officeParts';
import { readXml } from './xmlReader';

/** A link of an Office document or of one of its parts (ECMA-376 part 2, Open Packaging Conventions). */
export interface Relationship {
  /** The part whose link it is; empty for the document itself. */
  readonly from: string;
  readonly id: string;
  /** The last step of the type's address, such as `hyperlink` or `attachedTemplate`. */
  readonly kind: string;
  readonly target: string;
  /** Whether the target lies outside the document. */
  readonly external: boolean;
}

/** An address or a network path, which lies outside whatever the mode of the link says. */
const OUTSIDE = /^([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i;

/** The content types that a document declares. */
export interface ContentTypes {
  /** All of them, in lower case. */
  readonly all: ReadonlySet<string>;
  /** The one of a part, in lower case; empty when none is declared. */
  readonly of: (part: string) => string;
}

/**
 * The declared content types, or undefined when the archive declares none and so is no Office document.
 * @throws DocumentProblem `unreadable` or `documentTypeDeclaration`
 */
export function readContentTypes(parts: OfficeParts): ContentTypes | undefined {
  const part = parts.get('[Content_Types].xml');
  if (part === undefined) {
    return undefined;
  }
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  readXml(part, {
    open: (element, attribute) => {
      const type = attribute('ContentType')?.toLowerCase() ?? '';
      if (element === 'Default') {
        byExtension.set(attribute('Extension')?.toLowerCase() ?? '', type);
      } else if (element === 'Override') {
        byPart.set(attribute('PartName')?.replace(/^\//, '').toLowerCase() ?? '', type);
      }
    }
  });
  return {
    all: new Set([...byExtension.values(), ...byPart.values()]),
    of: (name) => {
      const key = name.toLowerCase();
      return byPart.get(key) ?? byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
    }
  };
}

/**
 * Every relationship of the document and its parts.
 * @throws DocumentProblem `unreadable` or `documentTypeDeclaration`
 */
export function readRelationships(parts: OfficeParts): Relationship[] {
  const relationships: Relationship[] = [];
  for (const part of parts.values()) {
    const place = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(part.name);
    if (place !== null) {
      readXml(part, {
        open: (element, attribute) => {
          if (element === 'Relationship') {
            relationships.push({
              from: `${place[1]}${place[2]}`,
              id: attribute('Id') ?? '',
              kind: (attribute('Type') ?? '').replace(/^.*\//, ''),
              target: attribute('Target') ?? '',
              external: attribute('TargetMode')?.toLowerCase() === 'external' || OUTSIDE.test(attribute('Target') ?? '')
            });
          }
        }
      });
    }
  }
  return relationships;
}

/** The name of the part that the document itself leads to, or undefined when it leads to none. */
export function findMainPart(relationships: readonly Relationship[]): string | undefined {
  const main = relationships.find(({ from, kind }) => from === '' && kind === 'officeDocument');
  return main === undefined ? undefined : targetPart(main);
}

/** The name of the part that a relationship inside the document leads to. */
export function targetPart(relationship: Relationship): string {
  const steps = relationship.target.startsWith('/') ? [] : relationship.from.split('/').slice(0, -1);
  for (const step of relationship.target.split('/')) {
    if (step === '..') {
      steps.pop();
    } else if (step !== '' && step !== '.') {
      steps.push(step);
    }
  }
  return steps.join('/');
}
