import { Temporal } from 'temporal-polyfill';
import { submissionCard } from '../bot/cards/submissionCard';
import { choosableMeetings } from '../bot/completion';
import { readPlace } from '../bot/conversation';
import type { GroupFactsCache } from '../bot/groupFacts';
import { translatorFor } from '../messages/allMessages';
import { deadlineList, deadlinesOf } from '../rules/deadlines';
import { draftReminderAt } from '../rules/draftReminder';
import type { DeskSite } from '../site/deskSite';
import { pauseSeconds } from './backoff';
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

/** A reminder that Teams did not take. */
interface Refused {
  readonly attempts: number;
  /** It is not tried again before. */
  readonly notBefore: Temporal.Instant;
}

/**
 * Reminds people of the files that they sent in the chat and neither submitted nor discarded, each once, with the form again.
 * Nothing of it is recorded: the files are forgotten with the process as well.
 */
export class DraftReminders {
  /** By the id of a file. */
  private readonly tried = new Map<string, 'done' | Refused>();

  public constructor(private readonly parts: DraftRemindersParts) {}

  /** Posts what is due. Must not run twice at a time. @throws SiteError when the site fails; the next run does the rest */
  public async run(): Promise<void> {
    const left = this.parts.submissions.left();
    const ids = new Set(left.map(({ submission }) => submission.id));
    [...this.tried.keys()].filter((id) => !ids.has(id)).forEach((id) => this.tried.delete(id));
    for (const file of left) {
      const before = this.tried.get(file.submission.id);
      const isPausing = before !== 'done' && before !== undefined && Temporal.Instant.compare(this.parts.site.clock.now(), before.notBefore) < 0;
      if (before !== 'done' && !isPausing) {
        const after = await this.remind(file, before?.attempts ?? 0);
        if (after !== undefined) {
          this.tried.set(file.submission.id, after);
        }
      }
    }
  }

  /** @returns undefined while a file is not due or its chat is not free */
  private async remind({ owner, submission, keptSince, keptUntil }: LeftFile, attempts: number): Promise<'done' | Refused | undefined> {
    const { site, facts, teams, deskUrl, log } = this.parts;
    const { group, meetings } = await facts.read();
    const now = site.clock.now();
    const [first, ...others] = choosableMeetings(meetings, undefined, now, group.zone);
    if (first === undefined) {
      return undefined;
    }
    const meeting = [first, ...others].find(({ status }) => status === 'planned');
    const deadlines = meeting === undefined ? [] : deadlineList(deadlinesOf(meeting, group));
    if (Temporal.Instant.compare(now, draftReminderAt({ since: keptSince, until: keptUntil }, deadlines)) < 0) {
      return undefined;
    }
    const chat = await site.personalChats.byKey(owner);
    const place = chat && readPlace(chat.personKey, chat.reference);
    if (chat === undefined || place === undefined) {
      return 'done';
    }
    if (!teams.isFree(place)) {
      return undefined;
    }
    const outcome = await teams.post(place, submissionCard({ submission, meetings: [first, ...others], group, now, deskUrl, translator: translatorFor(chat.language), keptUntil }));
    log.info({ event: `draft.${outcome.kind}`, ...outcome });
    if (outcome.kind === 'gone') {
      await site.personalChats.close(chat.personKey);
    }
    if (outcome.kind !== 'later') {
      return 'done';
    }
    const seconds = pauseSeconds({ ...outcome, attempts: attempts + 1 }, Math.random());
    return { attempts: attempts + 1, notBefore: site.clock.now().add({ milliseconds: Math.ceil(1000 * seconds) }) };
  }
}
