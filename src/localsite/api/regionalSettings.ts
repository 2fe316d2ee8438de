import { Temporal } from 'temporal-polyfill';
import { textArgument } from '../odata/segments';
import { parseTime } from '../store/columnValues';
import type { Resource } from './call';
import { emptyCollection, func, value } from './call';

/** Windows' zone of Geneva: its number in SharePoint, its name, its minutes to UTC in winter and summer. */
const GENEVA = {
  Description: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
  Id: 4,
  Information: { Bias: -60, DaylightBias: -60, StandardBias: 0 }
};

const timeZone: Resource = {
  entity: () => ({ type: 'SP.TimeZone', path: 'Web/RegionalSettings/TimeZone', metadata: 'SP.ApiData.TimeZones/@Element', properties: GENEVA }),
  child(segment) {
    switch (segment.name) {
      case 'utctolocaltime':
        return func((call) => {
          const instant = parseTime(textArgument(segment, 'date'), 'UTC');
          return value(call, instant.toZonedDateTimeISO(call.site.zone).toPlainDateTime().toString({ smallestUnit: 'second' }), 'UTCToLocalTime');
        });
      case 'localtimetoutc':
        return func((call) => {
          const local = Temporal.PlainDateTime.from(textArgument(segment, 'date').replace(/Z$/, ''));
          return value(call, local.toZonedDateTime(call.site.zone).toInstant().toString({ smallestUnit: 'second' }), 'LocalTimeToUTC');
        });
      default:
        return undefined;
    }
  }
};

/** The regional settings of the site (`_api/web/regionalSettings`): Geneva. */
export const regionalSettings: Resource = {
  entity: () => ({
    type: 'SP.RegionalSettings',
    path: 'Web/RegionalSettings',
    metadata: 'SP.ApiData.RegionalSettings/@Element',
    properties: { LocaleId: 2057, FirstDayOfWeek: 1, Time24: true, DateSeparator: '/', TimeSeparator: ':', DateFormat: 1 }
  }),
  child: ({ name }) => (name === 'timezone' ? timeZone : name === 'timezones' || name === 'installedlanguages' ? emptyCollection('SP.ApiData.TimeZones') : undefined)
};
