import type { DeskCard } from '../bot/cards/deskCard';
import { inThread, readPlace } from '../bot/conversation';
import type { PostingPlace } from '../bot/conversation';
import type { PostOutcome } from '../bot/proactive';
import { isMailingKey } from '../site/mailingAddress';
import type { ReminderSubject } from '../site/reminders';
import type { MailRoom } from './mail/mailRoom';
import type { PostingWay, PostTarget } from './oncePoster';

/** What the route works with. */
export interface PostingRouteParts {
  /** Posts to a conversation in Teams. */
  teams(place: PostingPlace, card: DeskCard): Promise<PostOutcome>;
  /** Sends to mailing addresses; absent while e-mail is off. */
  readonly mailRoom?: Pick<MailRoom, 'send'>;
}

/** The way to a place: by Teams to a conversation, by e-mail to a mailing address. */
export class PostingRoute implements PostingWay {
  public constructor(private readonly parts: PostingRouteParts) {}

  /** Whether there is a way: to conversations always, to mailing addresses while e-mail is on. */
  public canReach({ key }: PostTarget): boolean {
    return this.parts.mailRoom !== undefined || !isMailingKey(key);
  }

  /** What is posted waits for the limits on its way. */
  public async whenFree(): Promise<void> {
    return Promise.resolve();
  }

  /** Posts or sends a card, once. */
  public async post(target: PostTarget, subject: ReminderSubject, card: DeskCard): Promise<PostOutcome> {
    const { mailRoom, teams } = this.parts;
    if (mailRoom !== undefined && isMailingKey(target.key)) {
      return mailRoom.send(target, subject, card);
    }
    const place = readPlace(target.key, target.reference);
    if (place === undefined) {
      return { kind: 'gone', status: 0 };
    }
    const answer = target.answerTo === undefined ? undefined : await teams(inThread(place, target.answerTo), card);
    // Of a thread that is gone nothing follows for the channel.
    return answer === undefined || answer.kind === 'gone' ? teams(place, card) : answer;
  }
}
