import * as v from 'valibot';
import { DOC_STATUSES, STANDINGS } from '../../../../rules/contribution';
import { LIBRARY_ORDERS } from '../../../../site/contributionPages';

/** By what the list of the library is divided. */
export const GROUPINGS = ['none', 'meeting', 'state', 'region'] as const;

/** What the list tells of each document beside its title, in this order. */
export const LIBRARY_COLUMNS = ['symbol', 'source', 'meeting', 'standing', 'status', 'due', 'received'] as const;
/** One of {@link LIBRARY_COLUMNS}. */
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number];

const viewSchema = v.object({
  text: v.string(),
  meeting: v.optional(v.union([v.number(), v.literal('none')])),
  status: v.optional(v.picklist(DOC_STATUSES)),
  standing: v.optional(v.picklist(STANDINGS)),
  order: v.picklist(LIBRARY_ORDERS),
  grouping: v.picklist(GROUPINGS),
  columns: v.array(v.picklist(LIBRARY_COLUMNS))
});

/** A way to look at the library: what is listed, in what order, divided by what, and what is told of it. */
export type LibraryView = Readonly<v.InferOutput<typeof viewSchema>>;

/** The view that is shown, and what is to be done with another one. */
export interface LibraryViewProps {
  readonly view: LibraryView;
  readonly onView: (view: LibraryView) => void;
}

/** What is shown at first: everything, the latest first. */
export const FIRST_VIEW: LibraryView = { text: '', order: 'newest', grouping: 'none', columns: ['symbol', 'source', 'meeting', 'standing', 'status', 'due'] };

/** A view as it was kept; undefined when it cannot be read, as people can edit the list by hand. */
export function parseLibraryView(content: string): LibraryView | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), viewSchema), content);
  return parsed.success ? parsed.output : undefined;
}
