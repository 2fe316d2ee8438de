import type { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { GroupFactsCache } from '../bot/groupFacts';
import { authorReminderOf, dueForAuthors } from '../rules/authorReminder';
import { DEADLINE_KINDS } from '../rules/deadlineKind';
import { deadlineList, deadlinesOf, isOpen } from '../rules/deadlines';
import type { Deadline } from '../rules/deadlines';
import type { Meeting } from '../rules/meeting';
import { reminderKey } from '../rules/reminderPlan';
import type { PlannedReminder } from '../rules/reminderPlan';
import type { WorkingGroup } from '../rules/workingGroup';
import type { NoticeSubject } from '../site/authorNotices';
import type { Contribution } from '../site/contribution';
import type { DeskSite } from '../site/deskSite';

const deadlineDetailSchema = v.pipe(v.string(), v.parseJson(), v.object({ meetingId: v.number(), kind: v.picklist(DEADLINE_KINDS), date: v.string() }));

/** What the reminding of authors works with. */
export interface AuthorRemindersParts {
  readonly site: Pick<DeskSite, 'authorNotices' | 'contributions' | 'clock'>;
  readonly facts: Pick<GroupFactsCache, 'read'>;
  /** Asks for the notices to be posted soon. */
  wake(): void;
}

/**
 * Enters, at the steps of the reminder plan, for each document that needs attention that its author is to be reminded of it
 * before the deadline. The library is asked once a step; who is told what, and whether it still holds, is the notices' matter.
 */
export class AuthorReminders {
  /** The steps that were gone through, so that the library is not asked each time. */
  private done: ReadonlySet<string> = new Set();

  public constructor(private readonly parts: AuthorRemindersParts) {}

  /** Enters what is due. @throws SiteError when the site fails; the next run does all of it */
  public async run(): Promise<void> {
    const { site, facts, wake } = this.parts;
    const { group, meetings } = await facts.read();
    const due = dueForAuthors(meetings, group, site.clock.now());
    const steps = new Set(due.map((reminder) => reminderKey(reminder, '')));
    if ([...steps].every((step) => this.done.has(step))) {
      return;
    }
    for await (const document of site.contributions.withStatus('needsAttention')) {
      const reminder = authorReminderOf(document, due);
      if (reminder !== undefined && document.createdBy.email !== '') {
        await site.authorNotices.enter(deadlineNotice(document, reminder));
      }
    }
    this.done = steps;
    wake();
  }
}

/**
 * The deadline that a notice reminds of.
 * @param detail what the notice says
 * @returns undefined when it does not hold any more: it has passed, has moved, or its meeting has
 */
export function deadlineToldIn(detail: string, meetings: readonly Meeting[], group: WorkingGroup, at: Temporal.Instant): Deadline | undefined {
  const parsed = v.safeParse(deadlineDetailSchema, detail);
  const meeting = parsed.success ? meetings.find(({ id, status }) => id === parsed.output.meetingId && status === 'planned') : undefined;
  if (!parsed.success || meeting === undefined) {
    return undefined;
  }
  const { kind, date } = parsed.output;
  return deadlineList(deadlinesOf(meeting, group)).find((deadline) => deadline.kind === kind && deadline.date.toString() === date && isOpen(deadline, at));
}

function deadlineNotice({ id, uniqueId, createdBy }: Contribution, { meeting, deadlines: [deadline], daysBefore }: PlannedReminder): NoticeSubject {
  const date = deadline.date.toString();
  return {
    kind: 'attention',
    key: `deadline/${uniqueId.toLowerCase()}/${meeting.id}/${deadline.kind}/${date}/${daysBefore}`,
    contributionId: id,
    authorEmail: createdBy.email.toLowerCase(),
    detail: JSON.stringify({ meetingId: meeting.id, kind: deadline.kind, date })
  };
}
