import type { Temporal } from 'temporal-polyfill';
import type { PostOrder } from '../../../../site/postOrders';
import type { ReminderLedger } from '../../../../site/reminderLedger';
import type { PauseState } from '../../../../site/reminderPause';
import type { ReminderSite } from '../../../../site/reminderSite';
import type { SubscriberList } from '../../../../site/subscriberOverview';
import { groupRows, joinGroups } from './ledgerGroups';
import type { LedgerGroups } from './ledgerGroups';

/** What the page shows of a meeting's reminders. */
export interface ReminderRecord {
  readonly subscribers: SubscriberList;
  readonly orders: readonly PostOrder[];
  readonly pause: PauseState;
  readonly groups: LedgerGroups;
  /** By the site's clock. */
  readonly readAt: Temporal.Instant;
}

/** Windows of the ledger that are read at a time. */
const AT_A_TIME = 3;

/**
 * Reads what was posted about a meeting, again and again: after the first time only the windows in which something is new or
 * not at its end.
 */
export class LedgerReading {
  private readonly windows = new Map<number, LedgerGroups>();

  public constructor(
    private readonly ledger: ReminderLedger,
    private readonly meetingId: number
  ) {}

  /** The groups as they are now. @throws SiteError */
  public async read(): Promise<LedgerGroups> {
    const newest = await this.ledger.newestWindow();
    const before = Math.max(...this.windows.keys(), 0);
    const toRead = Array.from({ length: newest + 1 }, (_unused, window) => window).filter((window) => window >= before || this.isUnsettled(window));
    for (let first = 0; first < toRead.length; first += AT_A_TIME) {
      await Promise.all(toRead.slice(first, first + AT_A_TIME).map(async (window) => this.windows.set(window, groupRows(await this.ledger.window(window, this.meetingId), window))));
    }
    return joinGroups(this.windows.values());
  }

  private isUnsettled(window: number): boolean {
    const groups = this.windows.get(window);
    return groups === undefined || [...groups.values()].some(({ open }) => open.length > 0);
  }
}

/** Reads all that the page shows. @throws SiteError */
export async function readReminders({ subscribers, orders, pause }: ReminderSite, reading: LedgerReading, meetingId: number, now: () => Temporal.Instant): Promise<ReminderRecord> {
  const [list, given, paused, groups] = await Promise.all([subscribers.read(), orders.aboutMeeting(meetingId), pause.read(), reading.read()]);
  return { subscribers: list, orders: given, pause: paused, groups, readAt: now() };
}
