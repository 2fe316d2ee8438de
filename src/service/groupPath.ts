/** The path from which on a group is served; empty for the only one. */
export function groupPath(name: string | undefined): string {
  return name === undefined ? '' : `/groups/${name}`;
}
