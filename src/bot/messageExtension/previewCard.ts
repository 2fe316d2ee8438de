import { CardFactory } from 'botbuilder';
import type { MessagingExtensionAttachment } from 'botbuilder';
import type { IOpenUrlAction } from '@microsoft/teams.cards';
import { wordDate, wordShortDate } from '../../messages/dates';
import type { Contribution } from '../../site/contribution';
import type { AnswerContext } from '../answers/answerContext';
import { originFacts } from '../cards/contributionFacts';
import { deskCard, factRows, openDeskButton, openDocumentButton } from '../cards/deskCard';
import type { DeskCard, Fact } from '../cards/deskCard';
import { deskLink } from '../cards/deskLink';
import { documentName } from '../cards/documentName';
import { plainText } from '../cards/plainText';

/** The longest first line in the list of results that a client shows whole. */
const LONGEST_LINE = 60;

/** What a card of a document says besides the document itself. */
export interface DocumentCardParts {
  /** Said first instead of the document's name. */
  readonly sentence?: string;
  /** Further buttons. */
  readonly buttons?: readonly IOpenUrlAction[];
}

/**
 * The card that goes into a message: what the document is, from whom, for which meeting, and whether it is published.
 * See `isShownTo` for what it never says.
 */
export function documentCard(contribution: Contribution, context: AnswerContext, { sentence, buttons = [] }: DocumentCardParts = {}): DeskCard {
  const { group, meetings, translator, deskUrl } = context;
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  const place = deskLink(deskUrl, { kind: 'contribution', id: contribution.id }, contribution.title ?? contribution.fileName);
  return deskCard(
    sentence ?? documentName(contribution, group, translator),
    factRows([...originFacts(contribution, meeting, translator), ...publicationFacts(contribution, context)]),
    [openDocumentButton(contribution.url, translator), openDeskButton(place, translator), ...buttons],
    translator
  );
}

/** A result of the search: a line in the list of results, and the card that is inserted when it is chosen. */
export function resultAttachment(contribution: Contribution, context: AnswerContext, card: DeskCard = documentCard(contribution, context)): MessagingExtensionAttachment {
  return { ...CardFactory.adaptiveCard(card.card), preview: preview(contribution, context) };
}

/** In the list of results two lines are shown. The card's texts can be read as HTML there, so nothing may look like it. */
function preview(contribution: Contribution, { group, meetings, translator }: AnswerContext): MessagingExtensionAttachment {
  const { source, docStatus, publishedAt, meetingId } = contribution;
  const meeting = meetings.find(({ id }) => id === meetingId);
  const said = [
    docStatus === 'published' ? undefined : translator.t('bot.extension.notPublished'),
    source,
    meeting?.title,
    publishedAt === undefined || docStatus !== 'published' ? undefined : wordShortDate(publishedAt.toZonedDateTimeISO(group.zone).toPlainDate(), translator.language)
  ].filter((part) => part !== undefined);
  return CardFactory.thumbnailCard(withoutMarkup(documentName(contribution, group, translator), LONGEST_LINE), undefined, undefined, { text: withoutMarkup(said.join(' · ')) });
}

function publicationFacts({ docStatus, publishedAt, standing, publicationDue }: Contribution, { group, translator }: AnswerContext): Fact[] {
  const { language } = translator;
  if (docStatus === 'published') {
    const value = publishedAt === undefined ? undefined : wordDate(publishedAt.toZonedDateTimeISO(group.zone).toPlainDate(), language);
    return [{ label: translator.t('field.status'), value: translator.t('docStatus.published'), ...(value === undefined ? {} : { note: value }) }];
  }
  return [
    { label: translator.t('field.status'), value: translator.t('bot.extension.notPublished') },
    ...(standing === undefined ? [] : [{ label: translator.t('field.standing'), value: translator.t(`standing.${standing}`) }]),
    ...(publicationDue === undefined ? [] : [{ label: translator.t('field.publicationDue'), value: wordDate(publicationDue, language) }])
  ];
}

function withoutMarkup(text: string, longest?: number): string {
  return plainText(text, longest).replace(/</g, '‹').replace(/>/g, '›').replace(/&/g, '＆');
}
