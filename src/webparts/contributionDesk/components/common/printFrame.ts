import type { Translator } from '../../../../messages/translator';

/** What is printed. */
export interface PrintedPage {
  /** Names the document, as for a file that is printed to. */
  readonly title: string;
  readonly translator: Pick<Translator<string>, 'language' | 'direction'>;
  /** CSS of the page. */
  readonly style: string;
  /** Makes what stands on it. */
  readonly content: (page: Document) => readonly Node[];
}

/**
 * Prints something alone, without the page around it. It is laid out in a hidden frame of its own, because the
 * page's other parts belong to the host and cannot be told how to print.
 */
export function printFrame({ title, translator, style, content }: PrintedPage): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;inset-inline-start:-100vw;width:21cm;height:29.7cm;border:0';
  document.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (page === null || view === null) {
    frame.remove();
    return;
  }
  page.documentElement.lang = translator.language;
  page.documentElement.dir = translator.direction;
  page.title = title;
  page.head.append(Object.assign(page.createElement('style'), { textContent: style }));
  page.body.append(...content(page));
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}
