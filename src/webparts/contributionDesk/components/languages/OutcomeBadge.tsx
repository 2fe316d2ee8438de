import * as React from 'react';
import type { LanguageOutcome } from '../../../../rules/interpretation';
import { toneStyle } from '../../theme/tones';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';

/** Whether a language is interpreted, in a word. */
export function OutcomeBadge({ outcome: { isProvided } }: { readonly outcome: LanguageOutcome }): React.ReactElement {
  const { said } = useLanguages();
  return (
    <span className={styles.badge} style={toneStyle(isProvided ? 'good' : 'bad')}>
      {said.t(isProvided ? 'outcome.provided' : 'outcome.notProvided')}
    </span>
  );
}
