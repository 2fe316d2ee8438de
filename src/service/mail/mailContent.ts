import type { IAdaptiveCard } from '@microsoft/teams.cards';
import * as v from 'valibot';

/** A label with what it is about, and what is said below it in a quieter way. */
export interface MailFact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** A line of a message, or facts that stand together. */
export type MailBlock =
  | { readonly kind: 'line'; readonly text: string; readonly isQuiet: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly MailFact[] };

/** What a link leads to. */
export interface MailLink {
  readonly title: string;
  readonly url: string;
}

/** What a card says, free of how it is shown. */
export interface MailContent {
  readonly heading: string;
  readonly blocks: readonly MailBlock[];
  readonly links: readonly MailLink[];
}

const paragraphSchema = v.object({
  type: v.literal('RichTextBlock'),
  inlines: v.array(v.object({ text: v.string(), isSubtle: v.optional(v.boolean(), false) }))
});
const rowSchema = v.object({
  type: v.literal('ColumnSet'),
  columns: v.tuple([v.object({ items: v.array(paragraphSchema) }), v.object({ items: v.array(paragraphSchema) })])
});
const linkSchema = v.object({
  type: v.literal('Action.OpenUrl'),
  title: v.string(),
  url: v.pipe(v.string(), v.check((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)))
});

type Paragraph = v.InferOutput<typeof paragraphSchema>;

/**
 * What a card says, for e-mail: its first paragraph as the heading, the others as lines, its rows as facts, and the
 * buttons that open a page as links. What can only be done in Teams, such as typing or choosing, is left out.
 */
export function contentOf({ body = [], actions = [] }: IAdaptiveCard): MailContent {
  const [first, ...rest] = (body as readonly unknown[]).flatMap(blockOf);
  return {
    heading: first?.kind === 'line' ? first.text : '',
    blocks: rest.reduce<readonly MailBlock[]>(joinFacts, []),
    links: (actions as readonly unknown[]).flatMap((action) => {
      const link = v.safeParse(linkSchema, action);
      return link.success ? [{ title: link.output.title, url: link.output.url }] : [];
    })
  };
}

function blockOf(element: unknown): MailBlock[] {
  const paragraph = v.safeParse(paragraphSchema, element);
  if (paragraph.success) {
    return [{ kind: 'line', text: textOf(paragraph.output), isQuiet: paragraph.output.inlines.some(({ isSubtle }) => isSubtle) }];
  }
  const row = v.safeParse(rowSchema, element);
  if (!row.success) {
    return [];
  }
  const [labels, values] = row.output.columns.map(({ items }) => items.map(textOf));
  const [value = '', ...notes] = values;
  return [{ kind: 'facts', facts: [{ label: labels.join(' '), value, ...(notes.length === 0 ? {} : { note: notes.join(' ') }) }] }];
}

function joinFacts(blocks: readonly MailBlock[], block: MailBlock): readonly MailBlock[] {
  const last = blocks[blocks.length - 1];
  return last?.kind === 'facts' && block.kind === 'facts' ? [...blocks.slice(0, -1), { kind: 'facts', facts: [...last.facts, ...block.facts] }] : [...blocks, block];
}

function textOf({ inlines }: Paragraph): string {
  return inlines.map(({ text }) => text).join('');
}
