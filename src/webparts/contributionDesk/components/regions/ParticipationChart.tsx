import * as React from 'react';
import type { RegionParticipation } from '../../../../rules/participation';
import { languageStyles } from '../languages/languages.styles';
import { useLanguages } from '../languages/languagesContext';
import { regionStyles as styles } from './regions.styles';

/** What the regions did for a meeting. */
export interface ParticipationChartProps {
  readonly participation: readonly RegionParticipation[];
  readonly elsewhere: number;
}

const MEASURES = ['contributions', 'requests'] as const;

/**
 * Contributions and requests by region: two bars a region, told apart by colour and pattern, each with its number, and
 * the same as a table. Six regions with two bars need no chart library.
 */
export function ParticipationChart({ participation, elsewhere }: ParticipationChartProps): React.ReactElement {
  const { said } = useLanguages();
  const valueOf = (of: RegionParticipation, measure: (typeof MEASURES)[number]): number => (measure === 'contributions' ? of.contributions : of.languageRequests);
  const most = Math.max(1, ...participation.flatMap((of) => MEASURES.map((measure) => valueOf(of, measure))));
  return (
    <figure className={styles.figure} aria-labelledby="desk-participation">
      <figcaption id="desk-participation" className={styles.subheading}>
        {said.t('participation.heading')}
      </figcaption>
      <div className={styles.key} aria-hidden="true">
        {MEASURES.map((measure) => (
          <span key={measure}>
            <i className={styles[measure]} />
            {said.t(`participation.${measure}`)}
          </span>
        ))}
      </div>
      <div className={styles.chart} aria-hidden="true">
        {participation.map((of) => (
          <React.Fragment key={of.region}>
            <span>{said.t(`region.${of.region}`)}</span>
            <span className={styles.bars}>
              {MEASURES.map((measure) => (
                <span key={measure} className={styles.bar}>
                  <i className={styles[measure]} style={{ width: `${(valueOf(of, measure) / most) * 85}%`, visibility: valueOf(of, measure) === 0 ? 'hidden' : undefined }} />
                  {valueOf(of, measure)}
                </span>
              ))}
            </span>
          </React.Fragment>
        ))}
      </div>
      <details className={styles.details}>
        <summary>{said.t('participation.table')}</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={said.t('participation.heading')}>
          <table className={languageStyles.table}>
            <thead>
              <tr>
                <th scope="col">{said.t('participation.region')}</th>
                <th scope="col">{said.t('participation.delegations')}</th>
                {MEASURES.map((measure) => (
                  <th key={measure} scope="col">
                    {said.t(`participation.${measure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {participation.map((of) => (
                <tr key={of.region} data-region={of.region}>
                  <th scope="row">{said.t(`region.${of.region}`)}</th>
                  <td>{of.delegations}</td>
                  {MEASURES.map((measure) => (
                    <td key={measure}>{valueOf(of, measure)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {elsewhere > 0 && <p className={styles.quiet}>{said.t('participation.elsewhere', { count: elsewhere })}</p>}
    </figure>
  );
}
