import * as React from 'react';
import { participationTable } from '../../../../exports/meetingReport';
import type { Meeting } from '../../../../rules/meeting';
import { useFollowed } from '../../hooks/useFollowed';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { TableButtons } from '../common/TableButtons';
import { useLanguages } from '../languages/languagesContext';
import { LanguagesProvider } from '../languages/LanguagesProvider';
import { ParticipationChart } from './ParticipationChart';
import { readRegions } from './readRegions';
import { RegionCard } from './RegionCard';
import { regionStyles as styles } from './regions.styles';

/** The six regions with their delegations and offices, and what they did for a meeting. */
export function RegionsSection({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  return (
    <LanguagesProvider>
      <Regions meeting={meeting} />
    </LanguagesProvider>
  );
}

function Regions({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { languageSite, said, site, translator } = useLanguages();
  const read = React.useCallback(() => readRegions(site, languageSite, meeting.id), [site, languageSite, meeting.id]);
  const { value: record, error, refresh } = useFollowed(read);
  return (
    <section className={styles.section} aria-labelledby="desk-regions">
      <h3 id="desk-regions" className={styles.heading}>
        {said.t('regions.heading')}
      </h3>
      {record === undefined && error === undefined && <Skeleton lines={6} />}
      {error !== undefined && <SiteProblem error={error} translator={translator} onRetry={refresh} />}
      {record !== undefined && (
        <>
          <ParticipationChart participation={record.participation} elsewhere={record.elsewhere} />
          <TableButtons
            labels={{ xlsx: 'exports.participation.xlsx', csv: 'exports.participation.csv' }}
            name={`participation-${meeting.start.toString()}`}
            tables={(words) => [participationTable(record.participation, record.elsewhere, words)]}
          />
          <p className={styles.quiet}>{said.t('regions.rule')}</p>
          <div className={styles.cards}>
            {record.regions.map((region) => (
              <RegionCard key={region.region} record={region} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
