import * as React from 'react';
import { wordDeadline } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import { languageStyles } from '../languages/languages.styles';
import { useLanguages } from '../languages/languagesContext';
import { OutcomeBadge } from '../languages/OutcomeBadge';
import type { InterpretationState } from '../languages/readInterpretation';
import { TallyBar } from '../languages/TallyBar';
import { overviewStyles as styles } from './overview.styles';
import { useOverview } from './overviewContext';

/** How each language stands: the requests against the threshold, and what was decided. */
export function InterpretationSummary({ state: { phase, deadline, tallies, decision, proposal } }: { readonly state: InterpretationState }): React.ReactElement {
  const { group, said, translator } = useLanguages();
  const { doors } = useOverview();
  return (
    <section className={styles.section} aria-labelledby="desk-overview-interpretation">
      <h3 id="desk-overview-interpretation" className={styles.heading}>
        {said.t('interpretation.heading')}
      </h3>
      <p className={styles.quiet}>
        {said.t(`phase.${phase}`)}
        {phase === 'collecting' && ` · ${wordDeadline(deadline, group, translator)}`}
      </p>
      <ul className={languageStyles.rows}>
        {tallies.map((tally) => {
          const { language } = tally;
          const outcome = (decision?.outcomes ?? proposal).find((each) => each.language === language);
          return (
            <li key={language} className={styles.language} data-language={language}>
              <span className={styles.languageName}>
                <button type="button" className={styles.figure} onClick={doors.openLanguages}>
                  {languageName(language, translator.language)}
                </button>
              </span>
              <span className={styles.languageTally}>
                <TallyBar tally={tally} />
              </span>
              {decision !== undefined && outcome !== undefined && <OutcomeBadge outcome={outcome} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
