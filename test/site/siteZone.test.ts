import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { siteZone } from '../../src/site/siteZone';

/** Zones with daylight saving time in the north and south, without it, with half hours, and at both ends of the world. */
const ZONES = [
  'Europe/Zurich', 'America/Los_Angeles', 'America/Santiago', 'America/St_Johns', 'Asia/Kolkata', 'Asia/Tehran', 'Africa/Nairobi', 'Africa/Cairo',
  'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'
];

const date = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true }).map((at) => Temporal.PlainDate.from(at.toISOString().slice(0, 10)));

/** SharePoint's `TimeZone/Information` of a zone. */
function informationOf(zone: string): { Bias: number; StandardBias: number } {
  const offsets = [1, 7].map((month) => Temporal.ZonedDateTime.from({ year: 2025, month, day: 1, timeZone: zone }).offsetNanoseconds / 60e9);
  return { Bias: -Math.min(...offsets), StandardBias: 0 };
}

/** What SharePoint keeps of a value written into a column without a time: the start of its day in the site's zone. */
function storedBySharePoint(written: string, zone: string): string {
  return Temporal.Instant.from(written).toZonedDateTimeISO(zone).startOfDay().toInstant().toString();
}

describe('calendar dates on the site', () => {
  it('come back as the same date, whatever the time zone of the site', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), date, (zone, day) => {
        const { toStored, toDate } = siteZone(informationOf(zone));
        expect(toDate(storedBySharePoint(toStored(day), zone)).toString()).toBe(day.toString());
      })
    );
  });

  it('come back as the same date from a site that keeps the time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), date, (zone, day) => {
        const { toStored, toDate } = siteZone(informationOf(zone));
        expect(toDate(toStored(day)).toString()).toBe(day.toString());
      })
    );
  });

  it('are read as people entered them in Geneva and on the Pacific coast', () => {
    expect(siteZone(informationOf('Europe/Zurich')).toDate('2020-09-30T22:00:00Z').toString()).toBe('2020-10-01');
    expect(siteZone(informationOf('Europe/Zurich')).toDate('2020-11-22T23:00:00Z').toString()).toBe('2020-11-23');
    expect(siteZone(informationOf('America/Los_Angeles')).toDate('2020-10-01T07:00:00Z').toString()).toBe('2020-10-01');
  });
});
