import type { Activity } from 'botbuilder';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

/** Teams tells the zone on the activity, or among its client information. */
const zoneSchema = v.object({
  localTimezone: v.fallback(v.optional(v.string()), undefined),
  entities: v.fallback(v.optional(v.array(v.looseObject({ type: v.string() }))), undefined)
});

/**
 * The person's own time zone (IANA), as Teams says it.
 * @returns undefined when Teams does not say it, or says one that nobody knows
 */
export function ownZoneOf(activity: Partial<Activity>): string | undefined {
  const said = v.safeParse(zoneSchema, activity);
  if (!said.success) {
    return undefined;
  }
  const { localTimezone, entities } = said.output;
  const info = entities?.find(({ type }) => type === 'clientInfo');
  return [localTimezone, info?.timezone].find((zone): zone is string => typeof zone === 'string' && isZone(zone));
}

function isZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
}
