import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import type { Delegation } from '../../../../site/delegations';
import { useLanguages } from '../languages/languagesContext';
import { wordNames } from '../languages/wordNames';
import type { RegionRecord } from './readRegions';
import { regionStyles as styles } from './regions.styles';

/** A region: its vice-chairs as offices, its delegations by regional organization or outside one, its coordinator. */
export function RegionCard({ record: { region, viceChairs, delegations } }: { readonly record: RegionRecord }): React.ReactElement {
  const { said, translator } = useLanguages();
  const { language } = translator;
  const organizations = [...new Set(delegations.flatMap(({ regionalOrganization }) => regionalOrganization ?? []))];
  const outside = delegations.filter(({ regionalOrganization }) => regionalOrganization === undefined);
  const namesOf = (of: readonly Delegation[]): string => wordNames(of.map(({ name }) => name), language);
  const coordinated = delegations.filter(({ coordinator }) => coordinator !== undefined);
  return (
    <section className={styles.card} aria-labelledby={`desk-region-${region}`} data-region-card={region}>
      <h4 id={`desk-region-${region}`} className={styles.subheading}>
        {said.t(`region.${region}`)}
      </h4>
      <p className={styles.quiet}>{said.t('region.count', { count: delegations.length })}</p>
      <dl className={styles.facts}>
        {viceChairs.length > 0 && (
          <div>
            <dt>{said.t('region.viceChairs')}</dt>
            {viceChairs.map(({ title }) => (
              <dd key={title} dir="auto">
                {title}
              </dd>
            ))}
          </div>
        )}
        {coordinated.map(({ id, name, coordinator = '', coordinatorSince, coordinatorLetter }) => (
          <div key={id}>
            <dt>{said.t('region.coordinator', { organization: isolate(name) })}</dt>
            <dd dir="auto">{coordinator}</dd>
            {coordinatorSince !== undefined && <dd className={styles.quiet}>{said.t('region.since', { date: wordShortDate(coordinatorSince, language) })}</dd>}
            {coordinatorLetter !== undefined && <dd className={styles.quiet}>{said.t('region.letter', { letter: isolate(coordinatorLetter) })}</dd>}
          </div>
        ))}
        {organizations.map((organization) => (
          <div key={organization}>
            <dt>{organization}</dt>
            <dd>{namesOf(delegations.filter(({ regionalOrganization }) => regionalOrganization === organization))}</dd>
          </div>
        ))}
        {outside.length > 0 && (
          <div>
            <dt>{said.t('region.outside')}</dt>
            <dd>{namesOf(outside)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
