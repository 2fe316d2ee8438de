import type { IList } from '@pnp/sp/lists';

/** Below the site's limit of 5,000 items that an unindexed condition may look at. */
const WINDOW = 4000;

/** What to read of each item. */
export interface ItemSelection {
  readonly select: readonly string[];
  readonly expand: readonly string[];
}

/**
 * Items that fulfil a condition, newest first, at most `limit`.
 *
 * A condition such as "the title contains" cannot use an index, and the site refuses it in a library of more than
 * 5,000 items (list view threshold). So it is asked for windows of 4,000 ids, from the newest back: the range of ids,
 * which is always indexed, comes first and narrows the query below the threshold however large the library grows. A
 * library of less than 4,000 documents takes two requests.
 */
export async function newestItems<R>(list: IList, condition: string, limit: number, selection: ItemSelection): Promise<R[]> {
  const found: R[] = [];
  for (let high = await newestId(list); high > 0 && found.length < limit; high -= WINDOW) {
    const page = await list.items
      .select(...selection.select)
      .expand(...selection.expand)
      .filter(`Id gt ${Math.max(high - WINDOW, 0)} and Id le ${high} and ${condition}`)
      .orderBy('Id', false)
      .top(Math.min(limit - found.length, WINDOW))<R[]>();
    found.push(...page);
  }
  return found;
}

/** The highest id of a list; 0 when it is empty. */
export async function newestId(list: IList): Promise<number> {
  const [newest] = await list.items.select('Id').orderBy('Id', false).top(1)<{ Id: number }[]>();
  return newest?.Id ?? 0;
}
