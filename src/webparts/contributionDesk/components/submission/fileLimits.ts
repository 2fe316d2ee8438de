/** SharePoint takes more, but nobody opens more than this over a hotel's network. */
export const MAXIMUM_FILE_BYTES = 250 * 1024 * 1024;

/** File types for the picker; what a document really is, is decided by its content. */
export const ACCEPTED_FILES = '.docx,.pdf,.pptx,.xlsx';

/** Why a file is not taken at all. */
export type FileProblem = 'empty' | 'tooLarge';

/** What is wrong with a file before anything is read of it. A folder that was dropped has no bytes either. */
export function problemOfFile({ size }: File): FileProblem | undefined {
  return size === 0 ? 'empty' : size > MAXIMUM_FILE_BYTES ? 'tooLarge' : undefined;
}
