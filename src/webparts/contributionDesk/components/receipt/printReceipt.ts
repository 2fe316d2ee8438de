import { receiptLines, versionLines } from './receiptContent';
import type { ReceiptFacts } from './receiptContent';

const PRINT_STYLE = `
  body { font: 12pt/1.5 'Segoe UI', Arial, sans-serif; margin: 2cm; color: #000; background: #fff; }
  h1 { font-size: 18pt; margin: 0; }
  p { margin: 0 0 1cm; }
  dt { font-size: 10pt; margin-top: 10pt; color: #444; }
  dd { margin: 0; overflow-wrap: anywhere; }
`;

/**
 * Prints a receipt alone, without the page around it. It is laid out in a hidden frame of its own, because the
 * page's other parts belong to the host and cannot be told how to print.
 */
export function printReceipt(facts: ReceiptFacts): void {
  const { group, translator } = facts;
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
  page.title = `${translator.t('receipt.title')} · ${facts.arrival.fileName}`;
  const style = page.createElement('style');
  style.textContent = PRINT_STYLE;
  page.head.append(style);

  const element = (tag: string, text: string): HTMLElement => Object.assign(page.createElement(tag), { textContent: text });
  const list = page.createElement('dl');
  [...receiptLines(facts), ...versionLines(facts)].forEach(({ label, value }) => list.append(element('dt', label), element('dd', value)));
  page.body.append(element('h1', translator.t('receipt.title')), element('p', group.name[translator.language]), list);

  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}
