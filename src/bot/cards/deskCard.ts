import type { IAdaptiveCard, IChoiceSetInput, IColumnSet, IExecuteAction, IOpenUrlAction, IRichTextBlock, ISubmitAction, ITextInput, ITextRun, ITimeInput } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import { plainText } from './plainText';

/** A card with the sentence that stands for it where cards are not shown: notifications, chat lists, screen readers. */
export interface DeskCard {
  readonly card: IAdaptiveCard;
  /** The answer as one plain sentence. */
  readonly summary: string;
}

/** A label with what it is about. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Where the value leads to: the address of a document. */
  readonly url?: string;
  /** The same said in another way, right below the value: a time in the reader's own zone. */
  readonly also?: string;
  /** Said below the value in a quieter way; several each on a line of its own. */
  readonly note?: string | readonly string[];
}

/** Teams shows six buttons of a card at most. */
const MOST_BUTTONS = 6;

type Style = Pick<ITextRun, 'weight' | 'size' | 'isSubtle' | 'color' | 'selectAction'>;

/** What our cards are made of. */
export type CardElement = IRichTextBlock | IColumnSet | ITextInput | IChoiceSetInput | ITimeInput;
/** What our cards can be asked to do. */
export type CardButton = IOpenUrlAction | ISubmitAction | IExecuteAction;

/** A paragraph of plain text. Everything on our cards is a text run, which no client reads as Markdown. */
export function paragraph(text: string, style: Style = {}): IRichTextBlock {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: plainText(text, 1000), ...style }] };
}

/**
 * Labels and values in two aligned columns; on a phone the words of a label still stand on one line. A fact set
 * would do, but clients read its values as Markdown.
 */
export function factRows(facts: readonly Fact[]): IColumnSet[] {
  return facts.map(({ label, value, url, also, note }, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Medium' : 'Small',
    columns: [
      { type: 'Column', width: 2, items: [paragraph(label, { weight: 'Bolder' })] },
      {
        type: 'Column',
        width: 3,
        items: [
          paragraph(value, url === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url } }),
          ...(also === undefined ? [] : [{ ...paragraph(also), spacing: 'None' as const }]),
          ...[note ?? []].flat().map((line) => ({ ...paragraph(line, { isSubtle: true, size: 'Small' }), spacing: 'None' as const }))
        ]
      }
    ]
  }));
}

/** The button to the page with the web part. */
export function openDeskButton(deskUrl: string, translator: Translator<MessageKey>): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title: translator.t('reminder.button.desk'), url: deskUrl };
}

/** The button to a document in the library. */
export function openDocumentButton(url: string, translator: Translator<MessageKey>): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title: translator.t('bot.openDocument'), url };
}

/** A card: the answer in one sentence, then the rest, then what can be done. */
export function deskCard(
  sentence: string,
  body: readonly CardElement[],
  actions: readonly CardButton[],
  translator: Translator<MessageKey>
): DeskCard {
  const summary = plainText(sentence, 1000);
  return {
    summary,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: translator.language,
      rtl: translator.direction === 'rtl',
      fallbackText: summary,
      speak: summary,
      body: [paragraph(sentence, { weight: 'Bolder', size: 'Medium' }), ...body],
      actions: actions.slice(0, MOST_BUTTONS)
    }
  };
}
