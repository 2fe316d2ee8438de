import type { DeskCard } from '../../bot/cards/deskCard';
import type { GroupFactsCache } from '../../bot/groupFacts';
import type { PostOutcome } from '../../bot/proactive';
import { meetingCalendar } from '../../exports/calendar';
import { translatorFor } from '../../messages/allMessages';
import type { SiteClock } from '../../site/clock';
import { isSiteError } from '../../site/errors';
import { mailingAddressOf } from '../../site/mailingAddress';
import type { ReminderSubject } from '../../site/reminders';
import type { PostTarget } from '../oncePoster';
import { mailMessage } from './mailMessage';
import type { MailMessage, MailParts } from './mailMessage';
import type { MailTransport } from './mailTransport';

/** What the mail room works with. */
export interface MailRoomParts {
  readonly facts: Pick<GroupFactsCache, 'read'>;
  readonly clock: Pick<SiteClock, 'now'>;
  readonly deskUrl: string;
  readonly from: string;
  readonly transport: MailTransport;
}

/** Sends what channels get posted to mailing addresses as e-mail, with the calendar file of the meeting that it is about. */
export class MailRoom {
  public constructor(private readonly parts: MailRoomParts) {}

  /**
   * Sends a card to a mailing address.
   * @returns `refused` when the row in the list names no address; it is left for somebody to put right
   */
  public async send({ key, reference }: PostTarget, subject: ReminderSubject, card: DeskCard): Promise<PostOutcome> {
    const to = mailingAddressOf({ conversationKey: key, reference });
    if (to === undefined) {
      return { kind: 'refused', status: 0, reason: 'no address' };
    }
    const message = await this.compose(subject, card, to);
    return message === undefined ? { kind: 'later', status: 0, reason: 'no answer from the site' } : this.parts.transport.send(message);
  }

  /** @returns undefined when the site does not say what the message is about */
  private async compose(subject: ReminderSubject, card: DeskCard, to: string): Promise<MailMessage | undefined> {
    const { facts, clock, deskUrl, from } = this.parts;
    try {
      const { group, meetings } = await facts.read();
      const meeting = meetings.find(({ id }) => id === subject.meetingId);
      const calendar: MailParts['calendar'] = (about, language) =>
        meetingCalendar([about], { group, translator: translatorFor(language), at: clock.now(), deskUrl });
      return mailMessage({ key: subject.key, card, from, to, group, calendar, ...(meeting === undefined ? {} : { meeting }) });
    } catch (error) {
      // It is claimed already: an error that went further up would leave it as one that was perhaps sent.
      if (!isSiteError(error)) {
        throw error;
      }
      return undefined;
    }
  }
}
