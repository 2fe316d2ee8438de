import { SPInstance } from '@pnp/sp';
import type { SPFI } from '@pnp/sp';
import { Temporal } from 'temporal-polyfill';
import { isSiteError } from './errors';

/**
 * How a site stores calendar dates.
 *
 * A column without a time holds midnight in the site's own time zone, and REST tells it as an instant in UTC: 1
 * October 2020 is `2020-09-30T22:00:00Z` on a site in Geneva and `2020-10-01T07:00:00Z` on one on the Pacific coast.
 * Neither the text's first ten characters nor UTC rounding gives the date everywhere (Auckland and Samoa are 24 hours
 * apart). So the site's standard offset is read once.
 *
 * Written is noon by that offset: with or without daylight saving it falls on the date, and the site cuts the time off.
 * Read is the nearest midnight by that offset, the earlier one from exactly between: midnight in daylight saving time
 * is an hour off, and a site that had kept the time would answer with noon.
 */
export interface SiteZone {
  /** The calendar date that a stored value stands for. */
  toDate(stored: string): Temporal.PlainDate;
  /** What to store for a calendar date. */
  toStored(date: Temporal.PlainDate): string;
}

/** Differences to UTC in minutes, as SharePoint tells them: UTC is local time plus bias. */
export interface TimeZoneInformation {
  readonly Bias: number;
  readonly StandardBias: number;
}

/** How a site in a time zone stores calendar dates. */
export function siteZone({ Bias, StandardBias }: TimeZoneInformation): SiteZone {
  const bias = Bias + StandardBias;
  return {
    toDate: (stored) =>
      Temporal.Instant.from(stored)
        .subtract({ minutes: bias })
        .add({ hours: 12 })
        .subtract({ nanoseconds: 1 })
        .toZonedDateTimeISO('UTC')
        .toPlainDate(),
    toStored: (date) => date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).add({ minutes: bias }).toInstant().toString()
  };
}

/**
 * Reads the site's time zone (`RegionalSettings/TimeZone`). A site that does not tell is taken for one in UTC, which
 * reads and writes right between twelve hours west and almost twelve hours east of it.
 */
export async function readSiteZone(sp: SPFI): Promise<SiteZone> {
  try {
    const zone: { Information: TimeZoneInformation } = await SPInstance(sp.web, 'regionalsettings/timezone')();
    return siteZone(zone.Information);
  } catch (error) {
    if (isSiteError(error, 'notFound')) {
      return siteZone({ Bias: 0, StandardBias: 0 });
    }
    throw error;
  }
}
