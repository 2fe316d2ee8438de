/** A place in the desk that a link can lead to, by its item's id on the site. */
export interface DeskTarget {
  readonly kind: 'meeting' | 'contribution';
  readonly id: number;
}

/** The more particular one first: a link to a contribution may name its meeting as well. */
const KINDS = ['contribution', 'meeting'] as const satisfies readonly DeskTarget['kind'][];

/** The place that the query of the desk's page names, such as `?contribution=5`; undefined when it names none. */
export function targetOfQuery(search: string): DeskTarget | undefined {
  const query = new URLSearchParams(search);
  return KINDS.map((kind) => targetOf(kind, query.get(kind) ?? '')).find((target) => target !== undefined);
}

/**
 * The address of a place in the desk, on the page at an address. Anything else in its query stays as it is written:
 * SharePoint's own pages have words without values in theirs.
 */
export function pageAddress(deskUrl: string, { kind, id }: DeskTarget): string {
  const address = new URL(deskUrl);
  const rest = address.search.slice(1).split('&').filter((part) => part !== '' && !KINDS.some((each) => part.startsWith(`${each}=`)));
  address.search = [...rest, `${kind}=${id}`].join('&');
  return address.href;
}

/** The place that Teams names with a part of a tab, such as `contribution-5`; undefined when it is none of ours. */
export function targetOfSubPage(subPageId: string | undefined): DeskTarget | undefined {
  const [, kind, id] = /^(meeting|contribution)-(\d+)$/.exec(subPageId ?? '') ?? [];
  return kind === undefined ? undefined : targetOf(kind as DeskTarget['kind'], id);
}

/** What Teams calls a place in a tab; the inverse of {@link targetOfSubPage}. */
export function subPageOf({ kind, id }: DeskTarget): string {
  return `${kind}-${id}`;
}

/** People change addresses by hand, so only what can be the id of an item counts. */
function targetOf(kind: DeskTarget['kind'], text: string): DeskTarget | undefined {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id === 0 ? undefined : { kind, id };
}
