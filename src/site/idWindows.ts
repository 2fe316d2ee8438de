import '@pnp/sp/items';
import { newestId } from './newestItems';
import type { ListSchema } from './schema';
import type { SiteList } from './siteList';

/** Below the site's limit of 5,000 items that one request may look at. */
const IDS_IN_WINDOW = 4000;
/** Windows that are asked for at a time. */
const AT_A_TIME = 3;

/** The condition that an item lies in the window with a number, counted from 0; the range of ids is always indexed. */
export function inWindow(window: number, condition?: string): string {
  const range = `Id gt ${window * IDS_IN_WINDOW} and Id le ${(window + 1) * IDS_IN_WINDOW}`;
  return condition === undefined ? range : `${range} and ${condition}`;
}

/** The number of the window in which the newest item of a list lies; -1 when the list is empty. */
export async function newestWindow<S extends ListSchema>({ list }: SiteList<S>): Promise<number> {
  return Math.ceil((await newestId(list)) / IDS_IN_WINDOW) - 1;
}

/**
 * The items of a window that fulfil a condition, in order of their ids. Works however many items of the whole list do,
 * where a condition alone, even one on an indexed column, is refused beyond 5,000.
 */
export async function itemsInWindow<R>({ list }: SiteList<ListSchema>, window: number, select: readonly string[], condition?: string): Promise<R[]> {
  return list.items
    .select(...select)
    .filter(inWindow(window, condition))
    .top(IDS_IN_WINDOW)<R[]>();
}

/** The items of a whole list that fulfil a condition, read window by window. */
export async function allInWindows<R>(list: SiteList<ListSchema>, select: readonly string[], condition?: string): Promise<R[]> {
  const last = await newestWindow(list);
  const items: R[] = [];
  for (let first = 0; first <= last; first += AT_A_TIME) {
    const windows = Array.from({ length: Math.min(AT_A_TIME, last - first + 1) }, (_unused, index) => first + index);
    for (const page of await Promise.all(windows.map((window) => itemsInWindow<R>(list, window, select, condition)))) {
      items.push(...page);
    }
  }
  return items;
}
