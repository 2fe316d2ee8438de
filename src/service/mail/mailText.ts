import type { MailBlock, MailContent, MailFact } from './mailContent';

/** A line below a message: why it came, and how to be taken off. */
export interface MailFooterLine {
  readonly text: string;
  readonly url?: string;
}

/** A message as plain text. It says everything that the page of `mailHtml` says. */
export function mailText({ heading, blocks, links }: MailContent, footer: readonly MailFooterLine[]): string {
  const paragraphs = [heading, blocks.flatMap(linesOf).join('\n').trimEnd(), ...links.map(({ title, url }) => `${title}\n${url}`)];
  // The dashes are the old sign that what follows is no part of the message; programs leave it out of answers.
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n\n-- \n${footer.map(({ text }) => text).join('\n')}\n`;
}

function linesOf(block: MailBlock): string[] {
  if (block.kind === 'facts') {
    return block.facts.map(wordFact);
  }
  // A quiet line says more of what stands above it; something else begins after it.
  return block.isQuiet ? [block.text, ''] : [block.text];
}

function wordFact({ label, value, note }: MailFact): string {
  const stated = label === '' ? value : `${label}: ${value}`;
  return note === undefined ? stated : `${stated}\n  ${note}`;
}
