import type { DeskCard } from '../bot/cards/deskCard';
import { inThread, readPlace } from '../bot/conversation';
import type { PostOutcome } from '../bot/proactive';
import { isMailingKey } from '../site/mailingAddress';
import type { ReminderSubject } from '../site/reminders';
import type { BotAdapter } from './botAdapter';
import type { MailRoom } from './mail/mailRoom';
import type { PostingWay, PostTarget } from './oncePoster';

/** What the route works with. */
export interface PostingRouteParts {
  /** To conversations in Teams. */
  readonly teams: Pick<BotAdapter, 'post' | 'whenFree'>;
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

  /** Waits until Teams' limits let one more post go to a conversation; mail has none that are ours to keep. @throws PostingStoppedError */
  public async whenFree({ key, reference }: PostTarget): Promise<void> {
    const place = isMailingKey(key) ? undefined : readPlace(key, reference);
    if (place !== undefined) {
      await this.parts.teams.whenFree(place);
    }
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
    const answer = target.answerTo === undefined ? undefined : await teams.post(inThread(place, target.answerTo), card);
    // Of a thread that is gone nothing follows for the channel.
    return answer === undefined || answer.kind === 'gone' ? teams.post(place, card) : answer;
  }
}
