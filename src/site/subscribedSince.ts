import { Temporal } from 'temporal-polyfill';
import { addedNews, NEWS_KINDS, wantsReminder } from '../rules/reminderSettings';
import type { NewsKind } from '../rules/reminderSettings';
import type { SiteClock } from './clock';
import { instantOf, listOf } from './columnValues';

/** Since when somebody gets what they get: nothing that happened before is told. */
export interface SubscribedSince {
  /** Undefined for somebody from before this was kept. */
  readonly since?: Temporal.Instant;
  /** The kinds that were chosen later than the others. */
  readonly addedSince?: ReadonlyMap<NewsKind, Temporal.Instant>;
}

/** The columns of a list that say it. */
interface SinceRow {
  readonly ReminderKinds: unknown;
  readonly SubscribedAt: unknown;
  readonly KindsAddedAt: unknown;
}

/** What is written into these columns. */
interface SinceValues {
  readonly SubscribedAt?: string;
  readonly KindsAddedAt?: string | null;
}

/** Since when somebody gets what they get, as a row says it; what was edited by hand into something else is left out. */
export function subscribedSince(row: SinceRow): SubscribedSince {
  const since = instantOf(row.SubscribedAt);
  const addedSince = addedIn(row);
  return { ...(since === undefined ? {} : { since }), ...(addedSince.size === 0 ? {} : { addedSince }) };
}

/** The columns of somebody who begins to get something now. */
export function subscribedNow(clock: Pick<SiteClock, 'now'>): SinceValues {
  return { SubscribedAt: nowOf(clock).toString(), KindsAddedAt: null };
}

/**
 * The columns of somebody who gets something already and now chooses kinds. Those that are new begin now; what happened of the
 * others and still waits, for the end of quiet hours or for a digest, is told.
 */
export function kindsChosenNow(row: SinceRow, kinds: readonly string[], clock: Pick<SiteClock, 'now'>): SinceValues {
  const now = nowOf(clock);
  const kept = [...addedIn(row)].filter(([kind]) => wantsReminder({ kinds }, [kind]));
  const added = new Map([...kept, ...addedNews(listOf(row.ReminderKinds), kinds).map((kind) => [kind, now] as const)]);
  return { KindsAddedAt: added.size === 0 ? null : [...added].map(([kind, at]) => `${kind}=${at.toString()}`).join(',') };
}

/**
 * To the second, as the site records what happens. Our notion of the site's time, which comes from dates in whole seconds, may be
 * less than a second ahead of it: so a second is taken off.
 */
function nowOf(clock: Pick<SiteClock, 'now'>): Temporal.Instant {
  return clock.now().subtract({ seconds: 1 }).round({ smallestUnit: 'second', roundingMode: 'floor' });
}

function addedIn({ KindsAddedAt }: SinceRow): Map<NewsKind, Temporal.Instant> {
  return new Map(
    listOf(KindsAddedAt).flatMap((entry) => {
      const [name, time = ''] = entry.split('=');
      const kind = NEWS_KINDS.find((each) => each === name);
      return kind !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) ? [[kind, Temporal.Instant.from(time)] as const] : [];
    })
  );
}
