import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { completionCard } from '../bot/cards/completionCard';
import type { DeskCard } from '../bot/cards/deskCard';
import { STANDING_CAUSES, standingChangedCard } from '../bot/cards/standingChangedCard';
import type { StandingCause } from '../bot/cards/standingChangedCard';
import { choosableMeetings } from '../bot/completion';
import { readPlace } from '../bot/conversation';
import type { PostingPlace } from '../bot/conversation';
import type { GroupFacts, GroupFactsCache } from '../bot/groupFacts';
import type { PostOutcome } from '../bot/proactive';
import { translatorFor } from '../messages/allMessages';
import { STANDINGS } from '../rules/contribution';
import type { Standing } from '../rules/contribution';
import { ASKED_BY_SECRETARIAT } from '../site/authorNotices';
import type { AuthorNotice, NoticeSubject } from '../site/authorNotices';
import type { Contribution, DerivedColumns } from '../site/contribution';
import type { DeskSite } from '../site/deskSite';
import type { PersonalChat } from '../site/personalChats';
import { deadlineToldIn } from './authorReminders';
import type { Log } from './log';

/** The pause before a notice is tried again that Teams did not take, unless Teams names one. */
const PAUSE_SECONDS = 60;

const standingDetailSchema = v.pipe(v.string(), v.parseJson(), v.object({ before: v.picklist(STANDINGS), after: v.picklist(STANDINGS), cause: v.picklist(STANDING_CAUSES) }));

/** What a check makes of a document, as far as its author is told. */
type Findings = Pick<DerivedColumns, 'docStatus' | 'findings'>;

/** A new standing of a document. */
export interface StandingChange {
  /** By the service's own record: anybody who may edit can write the library's columns. */
  readonly before: Standing;
  readonly after: Standing;
  readonly cause: StandingCause;
}

/** What the notices work with. */
export interface AuthorNoticesParts {
  readonly site: Pick<DeskSite, 'authorNotices' | 'personalChats' | 'contributions' | 'clock'>;
  readonly facts: GroupFactsCache;
  readonly deskUrl: string;
  /**
   * How long a document must have been in its state, by the site's clock: the web part sends the file first and its
   * form right after it, and nobody is to be told of what is missing in between.
   */
  readonly quietSeconds: number;
  readonly log: Log;
  post(place: PostingPlace, card: DeskCard): Promise<PostOutcome>;
  /** Asks for a run soon. */
  wake(): void;
}

/**
 * Decides what authors are told of their documents, and tells them in their chat with the bot, once for each document
 * and what is said of it:
 * - a document needs attention: what is missing, with the form to complete it; and again before a deadline that it may
 *   miss, or when the secretariat asks;
 * - its meeting moved, or it was decided upon, and with it the document's standing: what it was and what it is.
 *
 * A notice is entered on the site before the check's result is written, so a stop in between loses none; before it is
 * posted it is compared with the document as it is then, so one that was overtaken is not posted. An author whom the
 * bot does not know is told when they first talk to it, should it still be so.
 */
export class AuthorNotifier {
  private readonly notBefore = new Map<number, Temporal.Instant>();

  public constructor(private readonly parts: AuthorNoticesParts) {}

  /**
   * Called before the result of a check is written: a document that needs attention is entered to be told of.
   * @throws SiteError when the notice cannot be entered; the check is then to be repeated
   */
  public async onFindings(contribution: Contribution, after: Findings): Promise<void> {
    await this.enter(attentionNotice(contribution, after));
  }

  /**
   * Called before a new standing is recorded that a document gets because its meeting changed or because of a decision,
   * and not by a change of its own form.
   * @param count how often this has happened to the document; a standing that comes back and goes again is told again
   * @throws SiteError as {@link onFindings}
   */
  public async onStandingChanged(contribution: Contribution, change: StandingChange, count: number): Promise<void> {
    const key = `standing/${contribution.uniqueId.toLowerCase()}/${change.before}/${change.after}/${count}`;
    await this.enter({ ...subjectOf(contribution), kind: 'standing', key, detail: JSON.stringify(change) });
  }

  /**
   * Posts what is due. Must not run twice at a time.
   * @throws SiteError when the site fails; the next run does the rest
   */
  public async run(): Promise<void> {
    const { site, facts, quietSeconds } = this.parts;
    const due = await site.authorNotices.due();
    const now = site.clock.now();
    const chats = new Map<string, PersonalChat | undefined>();
    for (const notice of due) {
      const pause = this.notBefore.get(notice.id);
      if (now.since(notice.modifiedAt).total('seconds') < quietSeconds || (pause !== undefined && now.since(pause).total('seconds') < 0)) {
        continue;
      }
      if (!chats.has(notice.authorEmail)) {
        chats.set(notice.authorEmail, await site.personalChats.byEmail(notice.authorEmail));
      }
      const chat = chats.get(notice.authorEmail);
      if (chat !== undefined) {
        await this.take(notice, chat, await facts.read());
      }
    }
  }

  private async enter(subject: NoticeSubject | undefined): Promise<void> {
    if (subject !== undefined && subject.authorEmail !== '') {
      await this.parts.site.authorNotices.enter(subject);
      this.parts.wake();
    }
  }

  private async take(notice: AuthorNotice, chat: PersonalChat, facts: GroupFacts): Promise<void> {
    const { site, log, post } = this.parts;
    const contribution = await site.contributions.get(notice.contributionId);
    const card = contribution === undefined ? undefined : this.cardOf(notice, contribution, chat, facts);
    if (card === undefined) {
      await site.authorNotices.skip(notice);
      log.info({ event: 'notice.skipped', key: notice.key });
      return;
    }
    if (!(await site.authorNotices.claim(notice))) {
      return;
    }
    const place = readPlace(chat.personKey, chat.reference);
    const outcome: PostOutcome = place === undefined ? { kind: 'gone', status: 0 } : await post(place, card);
    log.info({ event: `notice.${outcome.kind}`, key: notice.key, ...outcome });
    switch (outcome.kind) {
      case 'posted':
        await site.authorNotices.posted(notice.id, { activityId: outcome.activityId, postedAt: site.clock.now() });
        return;
      case 'unknown':
        // The claim stays as it is: it may have been posted.
        return;
      case 'gone':
        await site.personalChats.close(chat.personKey);
        break;
      case 'later':
      case 'refused':
        this.notBefore.set(notice.id, site.clock.now().add({ seconds: (outcome.kind === 'later' ? outcome.retryAfterSeconds : undefined) ?? PAUSE_SECONDS }));
    }
    await site.authorNotices.giveBack(notice.id);
  }

  /** @returns undefined when the document is no longer as the notice says */
  private cardOf(notice: AuthorNotice, contribution: Contribution, chat: PersonalChat, { group, meetings }: GroupFacts): DeskCard | undefined {
    const { site, deskUrl } = this.parts;
    const translator = translatorFor(chat.language);
    if (notice.kind === 'attention') {
      const at = site.clock.now();
      const card = { contribution, meetings: choosableMeetings(meetings, contribution.meetingId, at, group.zone), group, deskUrl, translator };
      if (notice.detail === '') {
        return attentionNotice(contribution, contribution)?.key === notice.key ? completionCard(card) : undefined;
      }
      if (notice.detail === ASKED_BY_SECRETARIAT) {
        return contribution.docStatus === 'needsAttention' ? completionCard({ ...card, isAskedFor: true }) : undefined;
      }
      const deadline = deadlineToldIn(notice.detail, meetings, group, at);
      return contribution.docStatus === 'needsAttention' && deadline !== undefined ? completionCard({ ...card, before: { deadline, at } }) : undefined;
    }
    const detail = v.safeParse(standingDetailSchema, notice.detail);
    const { standing } = contribution;
    if (!detail.success || standing !== detail.output.after) {
      return undefined;
    }
    const meeting = meetings.find(({ id }) => id === contribution.meetingId);
    return standingChangedCard({ ...contribution, standing }, detail.output, meeting, group, deskUrl, translator);
  }
}

/** Told once for each document and set of findings. */
function attentionNotice(contribution: Contribution, { docStatus, findings }: Findings): NoticeSubject | undefined {
  if (docStatus !== 'needsAttention' || findings === undefined) {
    return undefined;
  }
  const key = `attention/${contribution.uniqueId.toLowerCase()}/${createHash('sha256').update(findings).digest('hex')}`;
  return { ...subjectOf(contribution), kind: 'attention', key, detail: '' };
}

function subjectOf(contribution: Contribution): Pick<NoticeSubject, 'contributionId' | 'authorEmail'> {
  return { contributionId: contribution.id, authorEmail: contribution.createdBy.email.toLowerCase() };
}
