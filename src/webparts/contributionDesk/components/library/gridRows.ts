import type { Contribution } from '../../../../site/contribution';
import type { LibrarySection, SectionSubject } from './librarySections';
import type { LibraryContent } from './useLibrarySections';

/** One line of the list. */
export type GridRow =
  | { readonly kind: 'section'; readonly key: string; readonly sectionKey: string; readonly subject: SectionSubject; readonly isExpanded: boolean }
  | { readonly kind: 'document'; readonly key: string; readonly sectionKey: string; readonly document: Contribution; readonly level: number }
  /** What stands at the end of a section that is not over: that it is read, how to read on, or that there is nothing. */
  | { readonly kind: 'end'; readonly key: string; readonly sectionKey: string; readonly end: SectionEnd; readonly level: number };

/** How a section ends on the page: more is read by itself, on demand, has failed, or there is nothing at all. */
export type SectionEnd = 'loading' | 'more' | 'partial' | 'failed' | 'empty';

/** The lines of the list: a heading for each section where it is divided, and the documents of those that are open. */
export function gridRows(sections: readonly LibrarySection[], { contents, expanded }: Pick<LibraryContent, 'contents' | 'expanded'>): GridRow[] {
  return sections.flatMap(({ key: sectionKey, subject }): GridRow[] => {
    const isDivided = subject.kind !== 'all';
    const level = isDivided ? 2 : 1;
    const isExpanded = expanded.has(sectionKey);
    const heading: GridRow[] = isDivided ? [{ kind: 'section', key: sectionKey, sectionKey, subject, isExpanded }] : [];
    if (!isExpanded) {
      return heading;
    }
    const content = contents.get(sectionKey);
    const documents = content?.documents ?? [];
    const end: SectionEnd | undefined =
      content?.error !== undefined
        ? 'failed'
        : content === undefined || content.page === undefined || content.isLoading
          ? 'loading'
          : content.page.more !== undefined
            ? content.page.isPartial
              ? 'partial'
              : 'more'
            : documents.length === 0
              ? 'empty'
              : undefined;
    return [
      ...heading,
      ...documents.map((document): GridRow => ({ kind: 'document', key: `${sectionKey}/${document.id}`, sectionKey, document, level })),
      ...(end === undefined ? [] : [{ kind: 'end', key: `${sectionKey}/end`, sectionKey, end, level } as const])
    ];
  });
}
