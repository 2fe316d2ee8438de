import { quoted } from './odata';

/** A word that is looked for in a contribution. */
export interface SearchWord {
  /** Without wildcards; capitals and small letters are the same. */
  readonly text: string;
  /** The meetings that the word stands for as well: a contribution for one of them has the word. */
  readonly meetingIds: readonly number[];
}

/** Which contributions are looked for. */
export interface ContributionSearch {
  /** Each of them is to be found in the title, the file's name, the source, the symbol or the meeting. */
  readonly words: readonly SearchWord[];
  /** Only those for one of these meetings; all without it. */
  readonly meetingIds?: readonly number[];
  /** The address of the person whose own contributions are found whatever their state; of others only published ones. */
  readonly author?: string;
}

/** The condition of a search, for a request that an index has narrowed already. */
export function searchCondition({ words, meetingIds, author }: ContributionSearch): string {
  const published = "DocStatus eq 'published'";
  return [
    author === undefined ? published : either([published, `Author/EMail eq ${quoted(author)}`]),
    ...(meetingIds === undefined ? [] : [either(meetingIds.map(ofMeeting))]),
    ...words.map(wordCondition)
  ].join(' and ');
}

/** The condition that a contribution has a word, for a request that an index has narrowed already. */
export function wordCondition({ text, meetingIds }: SearchWord): string {
  return either([...['Title', 'FileLeafRef', 'Source', 'DocSymbol'].map((column) => `substringof(${quoted(text)},${column})`), ...meetingIds.map(ofMeeting)]);
}

function ofMeeting(id: number): string {
  return `MeetingId eq ${id}`;
}

/** One of several conditions. */
export function either(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`;
}
