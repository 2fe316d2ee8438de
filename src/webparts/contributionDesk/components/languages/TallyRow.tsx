import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import type { LanguageOutcome } from '../../../../rules/interpretation';
import type { LanguageTally } from '../../../../rules/languageRequest';
import type { ListedRequest } from '../../../../site/languageRequests';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';
import { OutcomeBadge } from './OutcomeBadge';
import { requestOf } from './readInterpretation';
import { TallyBar } from './TallyBar';
import { wordNames } from './wordNames';

/** A language with its requests, and what is proposed and decided of it. */
export interface TallyRowProps {
  readonly tally: LanguageTally;
  readonly requests: readonly ListedRequest[];
  readonly proposed: LanguageOutcome | undefined;
  readonly decided: LanguageOutcome | undefined;
}

/** How a language stands for the secretariat: who asked and when, those too late apart, the proposal and the decision. */
export function TallyRow({ tally, requests, proposed, decided }: TallyRowProps): React.ReactElement {
  const { group, said, translator } = useLanguages();
  const { language, delegations, late } = tally;
  const entry = (delegation: string): React.ReactElement => {
    const request = requestOf(requests, language, delegation);
    return (
      <li key={delegation}>
        <span dir="auto">{delegation}</span>
        {request !== undefined && <span className={styles.quiet}> · {wordInstant(request.requestedAt, group, translator)}</span>}
      </li>
    );
  };
  const refused = requests.filter((request) => request.language === language && request.status === 'refused');
  return (
    <li className={styles.tallyRow} data-tally={language}>
      <div className={styles.rowBody}>
        <span className={styles.language}>{languageName(language, translator.language)}</span>
        <TallyBar tally={tally} />
        {delegations.length > 0 && (
          <details className={styles.details}>
            <summary>{wordNames(delegations, translator.language)}</summary>
            <ul className={styles.plainList}>{delegations.map(entry)}</ul>
          </details>
        )}
        {late.length > 0 && (
          <div>
            <p>{said.t('tally.lateOnes')}</p>
            <ul className={styles.plainList}>{late.map(entry)}</ul>
          </div>
        )}
        {refused.length > 0 && <p className={styles.quiet}>{said.t('tally.refused', { names: wordNames(refused.map(({ delegation }) => delegation), translator.language) })}</p>}
      </div>
      <dl className={styles.outcomes}>
        {decided !== undefined && (
          <div>
            <dt>{said.t('outcome.decided')}</dt>
            <dd>
              <OutcomeBadge outcome={decided} />
              <span>{said.t(`reason.${decided.reason}`)}</span>
            </dd>
          </div>
        )}
        {proposed !== undefined && (decided === undefined || decided.isProvided !== proposed.isProvided || decided.reason !== proposed.reason) && (
          <div>
            <dt>{said.t('outcome.proposed')}</dt>
            <dd>
              <OutcomeBadge outcome={proposed} />
              <span>{said.t(`reason.${proposed.reason}`)}</span>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
