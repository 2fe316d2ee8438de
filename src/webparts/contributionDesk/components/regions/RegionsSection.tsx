import * as React from 'react';
import { useFollowed } from '../../hooks/useFollowed';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useLanguages } from '../languages/languagesContext';
import { LanguagesProvider } from '../languages/LanguagesProvider';
import { ParticipationChart } from './ParticipationChart';
import { readRegions } from './readRegions';
import { RegionCard } from './RegionCard';
import { regionStyles as styles } from './regions.styles';

/** The six regions with their delegations and offices, and what they did for a meeting. */
export function RegionsSection({ meetingId }: { readonly meetingId: number }): React.ReactElement {
  return (
    <LanguagesProvider>
      <Regions meetingId={meetingId} />
    </LanguagesProvider>
  );
}

function Regions({ meetingId }: { readonly meetingId: number }): React.ReactElement {
  const { languageSite, said, site, translator } = useLanguages();
  const read = React.useCallback(() => readRegions(site, languageSite, meetingId), [site, languageSite, meetingId]);
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
