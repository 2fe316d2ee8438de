/** A text as it stands in an OData filter: in quotes, with its own quotes doubled. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
