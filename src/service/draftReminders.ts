import { Temporal } from 'temporal-polyfill';
import { submissionCard } from '../bot/cards/submissionCard';
import { choosableMeetings } from '../bot/completion';
import { readPlace } from '../bot/conversation';
import type { GroupFactsCache } from '../bot/groupFacts';
import { translatorFor } from '../messages/allMessages';
import { deadlineList, deadlinesOf } from '../rules/deadlines';
import { draftReminderAt } from '../rules/draftReminder';
import type { DeskSite } from '../site/deskSite';
import type { BotAdapter } from './botAdapter';
import type { ChatSubmissions, LeftFile } from './chatSubmissions';
import type { Log } from './log';

/** What the reminding of drafts works with. */
export interface DraftRemindersParts {
  readonly site: Pick<DeskSite, 'clock' | 'personalChats'>;
  readonly facts: Pick<GroupFactsCache, 'read'>;
  readonly submissions: Pick<ChatSubmissions, 'left'>;
  readonly teams: Pick<BotAdapter, 'isFree' | 'post'>;
  readonly deskUrl: string;
  readonly log: Log;
}

/**
 * Reminds people of the files that they sent in the chat and neither submitted nor discarded, each once, with the form again.
 * Nothing of it is recorded: the files are forgotten with the process as well.
 */
export class DraftReminders {
  /** The ids of the files that somebody was reminded of. */
  private reminded: ReadonlySet<string> = new Set();

  public constructor(private readonly parts: DraftRemindersParts) {}

  /** Posts what is due. Must not run twice at a time. @throws SiteError when the site fails; the next run does the rest */
  public async run(): Promise<void> {
    const left = this.parts.submissions.left();
    this.reminded = new Set(left.map(({ submission }) => submission.id).filter((id) => this.reminded.has(id)));
    for (const file of left.filter(({ submission }) => !this.reminded.has(submission.id))) {
      if (await this.remind(file)) {
        this.reminded = new Set([...this.reminded, file.submission.id]);
      }
    }
  }

  /** @returns whether there is nothing more to do about a file */
  private async remind({ owner, submission, keptSince, keptUntil }: LeftFile): Promise<boolean> {
    const { site, facts, teams, deskUrl, log } = this.parts;
    const { group, meetings } = await facts.read();
    const now = site.clock.now();
    const [first, ...others] = choosableMeetings(meetings, undefined, now, group.zone);
    if (first === undefined) {
      return false;
    }
    const meeting = [first, ...others].find(({ status }) => status === 'planned');
    const deadlines = meeting === undefined ? [] : deadlineList(deadlinesOf(meeting, group));
    if (Temporal.Instant.compare(now, draftReminderAt({ since: keptSince, until: keptUntil }, deadlines)) < 0) {
      return false;
    }
    const chat = await site.personalChats.byKey(owner);
    const place = chat && readPlace(chat.personKey, chat.reference);
    if (chat === undefined || place === undefined) {
      return true;
    }
    if (!teams.isFree(place)) {
      return false;
    }
    const outcome = await teams.post(place, submissionCard({ submission, meetings: [first, ...others], group, now, deskUrl, translator: translatorFor(chat.language), keptUntil }));
    log.info({ event: `draft.${outcome.kind}`, ...outcome });
    return outcome.kind !== 'later';
  }
}
