import { createHash } from 'node:crypto';
import type { DeskCard } from '../../bot/cards/deskCard';
import { plainText } from '../../bot/cards/plainText';
import { translatorFor } from '../../messages/allMessages';
import { isLanguage } from '../../rules/language';
import type { Language } from '../../rules/language';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { contentOf } from './mailContent';
import { mailHtml } from './mailHtml';
import { mailText } from './mailText';

/** A file that goes with a message. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A message to one address, ready to be sent by any transport. */
export interface MailMessage {
  /** With its angle brackets; the same for the same thing sent to the same address, so that programs know a double. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** Without angle brackets (RFC 2919). */
  readonly listId: string;
  readonly files: readonly MailFile[];
}

/** What a message is made from. */
export interface MailParts {
  /** The key under which it is recorded. */
  readonly key: string;
  readonly card: DeskCard;
  readonly from: string;
  readonly to: string;
  readonly group: WorkingGroup;
  /** The meeting that it is about; absent when it is no longer there. */
  readonly meeting?: Meeting;
  /** The meeting's calendar file in a language. */
  calendar(meeting: Meeting, language: Language): string;
}

/** What is posted as a card, as e-mail in the card's language. */
export function mailMessage({ key, card: { card, summary }, from, to, group, meeting, calendar }: MailParts): MailMessage {
  const language = isLanguage(card.lang) ? card.lang : 'en';
  const translator = translatorFor(language);
  const title = plainText(meeting?.title ?? '');
  const subject = summary.includes(title) ? summary : `${summary} · ${title}`;
  const content = contentOf(card);
  const footer = [
    ...(meeting === undefined ? [] : [{ text: translator.t('mail.calendar') }]),
    { text: translator.t('mail.because', { address: to, group: group.name[language] }) },
    { text: translator.t('mail.takenOff', { address: group.secretariatAddress }), url: `mailto:${group.secretariatAddress}` }
  ];
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    id: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`,
    from: { name: group.acronym, address: from },
    to,
    replyTo: group.secretariatAddress,
    subject,
    text: mailText(content, footer),
    html: mailHtml({ content, footer, title: subject, language, direction: translator.direction }),
    language,
    listId: `${group.acronym.toLowerCase().replace(/[^a-z\d-]+/g, '-')}.reminders.${domain}`,
    files:
      meeting === undefined
        ? []
        : [{ name: `meeting-${meeting.id}.ics`, type: 'text/calendar; charset=utf-8; method=PUBLISH', content: calendar(meeting, language) }]
  };
}
