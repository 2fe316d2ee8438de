/**
 * What the manifest calls the commands of the message extension and their parameters; a test holds
 * `teams-manifest/manifest.json` to it.
 */
export const COMMANDS = {
  search: 'searchContributions',
  about: 'aboutDocument'
} as const;

/** The parameters of the search; people fill in one of them. */
export const SEARCH_PARAMETERS = {
  /** A number, a symbol, or words of the title, the source or the meeting. */
  words: 'words',
  /** The meeting, by its title or date. */
  meeting: 'meeting'
} as const;
