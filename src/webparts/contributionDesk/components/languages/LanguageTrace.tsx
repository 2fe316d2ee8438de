import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { LANGUAGE_FUNDS } from '../../../../rules/meeting';
import type { Decision } from '../../../../site/decisions';
import { detailsStyles } from '../secretariat/details.styles';
import { useSecretariat } from '../secretariat/secretariatContext';
import { useLanguages } from './languagesContext';
import { wordNames } from './wordNames';

/** What was recorded of the funds and decided about the interpretation, by whom, when and why; the latest first. */
export function LanguageTrace({ decisions }: { readonly decisions: readonly Decision[] }): React.ReactElement {
  const { group, translator, words } = useSecretariat();
  const trace = decisions.filter(({ kind }) => kind === 'languageFunds' || kind === 'interpretation').reverse();
  if (trace.length === 0) {
    return <p>{words.t('details.noDecisions')}</p>;
  }
  return (
    <ol className={detailsStyles.list}>
      {trace.map((decision) => (
        <li key={decision.id}>
          <div>{words.t(`decision.${decision.kind}`)}</div>
          <TraceEffect decision={decision} />
          {decision.reason !== '' && <div dir="auto">{decision.reason}</div>}
          <div className={detailsStyles.quiet}>
            {words.t('decision.by', { person: isolate(decision.decidedBy.name), time: wordInstant(decision.decidedAt, group, translator) })}
          </div>
        </li>
      ))}
    </ol>
  );
}

function TraceEffect({ decision: { effect } }: { readonly decision: Decision }): React.ReactElement | null {
  const { said, translator } = useLanguages();
  const { language } = translator;
  if (effect?.interpretation !== undefined) {
    const { outcomes, funds } = effect.interpretation;
    const namesOf = (isProvided: boolean): string[] => outcomes.filter((outcome) => outcome.isProvided === isProvided).map((outcome) => languageName(outcome.language, language));
    return (
      <div>
        {namesOf(true).length > 0 && <div>{said.t('trace.provided', { names: wordNames(namesOf(true), language) })}</div>}
        {namesOf(false).length > 0 && <div>{said.t('trace.notProvided', { names: wordNames(namesOf(false), language) })}</div>}
        <div>
          {said.t('trace.funds')} {said.t(`funds.${funds}`)}
        </div>
      </div>
    );
  }
  const change = effect?.changes?.LanguageFunds;
  const [before, after] = [change?.before, change?.after].map((value) => LANGUAGE_FUNDS.find((funds) => funds === value));
  return before === undefined || after === undefined ? null : <div>{said.t('trace.change', { before: said.t(`funds.${before}`), after: said.t(`funds.${after}`) })}</div>;
}
