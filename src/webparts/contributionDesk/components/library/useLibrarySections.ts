import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import type { ContributionPages, LibraryOrder, LibraryPage } from '../../../../site/contributionPages';
import type { LibrarySection } from './librarySections';

const PAGE_SIZE = 60;
/** So many are read again at once when something changed. */
const LARGEST_PAGE = 600;
const LOOK_MILLISECONDS = 30_000;

/** How far a section was read. */
export interface SectionContent {
  readonly documents: readonly Contribution[];
  /** The page that was read last; undefined before the first. */
  readonly page?: LibraryPage;
  readonly isLoading: boolean;
  /** Why the last reading failed; what was read before stays. */
  readonly error?: unknown;
}

/** The sections of the list as far as they were read, and what can be done with them. */
export interface LibraryContent {
  readonly contents: ReadonlyMap<string, SectionContent>;
  readonly expanded: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  /** Reads the next page of a section, or the one that failed again. */
  readonly readOn: (key: string) => void;
  /** Shows a document as it has become. */
  readonly amend: (contribution: Contribution) => void;
  /** Reads everything that was read again. */
  readonly refresh: () => void;
}

const UNREAD: SectionContent = { documents: [], isLoading: true };

/**
 * Reads sections page by page, each when it is opened first; the first one is open from the beginning. While the page is
 * visible it asks from time to time, and when somebody comes back to it, whether the library changed, and then reads what is
 * shown again: what others did appears, and nothing jumps, as every row keeps its place in its section.
 * @param sections must stay the same value while they mean the same; others begin anew
 * @param mark a cheap question whose answer differs once something in the library changed
 */
export function useLibrarySections(pages: ContributionPages, sections: readonly LibrarySection[], order: LibraryOrder, mark: () => Promise<string>): LibraryContent {
  const [contents, setContents] = React.useState<ReadonlyMap<string, SectionContent>>(new Map());
  const [expanded, setExpanded] = React.useState<ReadonlySet<string>>(new Set());
  const known = React.useRef(contents);
  /** Another one for each list that is begun: answers of an earlier one are passed over. */
  const generation = React.useRef(0);

  const put = React.useCallback((key: string, content: SectionContent) => {
    known.current = new Map(known.current).set(key, content);
    setContents(known.current);
  }, []);

  const read = React.useCallback(
    async (key: string, load: () => Promise<LibraryPage>, before: readonly Contribution[]) => {
      const begun = generation.current;
      put(key, { ...(known.current.get(key) ?? UNREAD), isLoading: true, error: undefined });
      try {
        const page = await load();
        if (begun === generation.current) {
          put(key, { documents: [...before, ...page.documents], page, isLoading: false });
        }
      } catch (error) {
        if (begun === generation.current) {
          put(key, { ...(known.current.get(key) ?? UNREAD), isLoading: false, error });
        }
      }
    },
    [put]
  );

  const open = React.useCallback(
    (key: string) => {
      const section = sections.find((each) => each.key === key);
      return section === undefined ? undefined : read(key, () => pages.first(section.query, order, PAGE_SIZE), []);
    },
    [pages, sections, order, read]
  );

  React.useEffect(() => {
    generation.current += 1;
    known.current = new Map();
    setContents(known.current);
    const [first] = sections;
    setExpanded(new Set(first === undefined ? [] : [first.key]));
    if (first !== undefined) {
      void open(first.key);
    }
    return () => {
      generation.current += 1;
    };
  }, [sections, open]);

  const refresh = React.useCallback(() => {
    for (const { key, query } of sections) {
      const content = known.current.get(key);
      if (content !== undefined && !content.isLoading) {
        const begun = generation.current;
        const size = Math.min(Math.max(content.documents.length, PAGE_SIZE), LARGEST_PAGE);
        pages.first(query, order, size).then(
          // A page that was asked for meanwhile is not undone.
          (page) => begun === generation.current && known.current.get(key) === content && put(key, { documents: page.documents, page, isLoading: false }),
          (error: unknown) => begun === generation.current && known.current.get(key) === content && put(key, { ...content, error })
        );
      }
    }
  }, [pages, sections, order, put]);

  React.useEffect(() => {
    let last: string | undefined;
    let isLooking = false;
    const look = async (): Promise<void> => {
      if (isLooking || document.visibilityState === 'hidden') {
        return;
      }
      isLooking = true;
      try {
        const current = await mark();
        if (last !== undefined && last !== current) {
          refresh();
        }
        last = current;
      } catch {
        // It is asked again; whatever is asked for in the meantime says what is wrong.
      } finally {
        isLooking = false;
      }
    };
    const lookNow = (): void => void look();
    lookNow();
    const timer = window.setInterval(lookNow, LOOK_MILLISECONDS);
    window.addEventListener('focus', lookNow);
    window.addEventListener('online', lookNow);
    document.addEventListener('visibilitychange', lookNow);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('focus', lookNow);
      window.removeEventListener('online', lookNow);
      document.removeEventListener('visibilitychange', lookNow);
    };
  }, [mark, refresh]);

  const toggle = React.useCallback(
    (key: string) => {
      setExpanded((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
      if (!known.current.has(key)) {
        void open(key);
      }
    },
    [open]
  );

  const readOn = React.useCallback(
    (key: string) => {
      const content = known.current.get(key);
      if (content === undefined || content.isLoading) {
        return;
      }
      const more = content.page?.more;
      void (more === undefined ? open(key) : read(key, more, content.documents));
    },
    [open, read]
  );

  const amend = React.useCallback((contribution: Contribution) => {
    known.current = new Map(
      [...known.current].map(([key, content]) => [key, { ...content, documents: content.documents.map((each) => (each.id === contribution.id ? contribution : each)) }])
    );
    setContents(known.current);
  }, []);

  return { contents, expanded, toggle, readOn, amend, refresh };
}
