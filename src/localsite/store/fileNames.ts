import { problems } from '../problem';

const FORBIDDEN_CHARACTERS = /["*:<>?/\\|\p{Cc}]/u;
const RESERVED_NAMES = /^(\.lock|con|prn|aux|nul|com[0-9]|lpt[0-9]|desktop\.ini|_vti_.*|~\$.*)$/i;
const LONGEST_NAME = 255;

/**
 * Refuses a name of a file or folder that SharePoint refuses ("Restrictions and limitations in OneDrive and
 * SharePoint": invalid characters, leading and trailing spaces, reserved names, `_vti_` anywhere).
 * @throws SharePointProblem 400
 */
export function checkFileName(name: string): void {
  if (
    name === '' ||
    name.length > LONGEST_NAME ||
    FORBIDDEN_CHARACTERS.test(name) ||
    RESERVED_NAMES.test(name) ||
    RESERVED_NAMES.test(name.replace(/\.[^.]*$/, '')) ||
    name.includes('_vti_') ||
    name.trim() !== name ||
    name.endsWith('.')
  ) {
    throw problems.forbiddenName(name);
  }
}

/** A free name made of a taken one: `paper.docx`, `paper1.docx`, `paper2.docx`. */
export function numberedName(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}${number}${name.slice(dot)}` : `${name}${number}`;
}

/** Folder and name of a server-relative path. */
export function splitPath(path: string): { folder: string; leaf: string } {
  const trimmed = path.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  return { folder: trimmed.slice(0, slash), leaf: trimmed.slice(slash + 1) };
}
