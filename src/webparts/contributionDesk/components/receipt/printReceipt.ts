import { printFrame } from '../common/printFrame';
import { receiptLines, versionLines } from './receiptContent';
import type { ReceiptFacts } from './receiptContent';

const PRINT_STYLE = `
  body { font: 12pt/1.5 'Segoe UI', Arial, sans-serif; margin: 2cm; color: #000; background: #fff; }
  h1 { font-size: 18pt; margin: 0; }
  p { margin: 0 0 1cm; }
  dt { font-size: 10pt; margin-top: 10pt; color: #444; }
  dd { margin: 0; overflow-wrap: anywhere; }
`;

/** Prints a receipt alone, without the page around it. */
export function printReceipt(facts: ReceiptFacts): void {
  const { group, translator } = facts;
  printFrame({
    title: `${translator.t('receipt.title')} · ${facts.arrival.fileName}`,
    translator,
    style: PRINT_STYLE,
    content: (page) => {
      const element = (tag: string, text: string): HTMLElement => Object.assign(page.createElement(tag), { textContent: text });
      const list = page.createElement('dl');
      [...receiptLines(facts), ...versionLines(facts)].forEach(({ label, value }) => list.append(element('dt', label), element('dd', value)));
      return [element('h1', translator.t('receipt.title')), element('p', group.name[translator.language]), list];
    }
  });
}
