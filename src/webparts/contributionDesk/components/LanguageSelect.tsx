import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { languageName } from '../../../messages/locale';
import { LANGUAGES, isLanguage } from '../../../rules/language';
import type { Language } from '../../../rules/language';
import { Icon } from './common/Icon';

const styles = mergeStyleSets({
  choice: { display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 4, marginBottom: 4, fontSize: 13, color: 'var(--desk-quiet)' },
  select: {
    minHeight: 28,
    border: '1px solid transparent',
    borderRadius: 4,
    background: 'var(--desk-surface)',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    selectors: { ':hover': { borderColor: 'var(--desk-strong-line)' }, ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 1 } }
  }
});

/** The desk's language and its change. */
export interface LanguageSelectProps {
  readonly label: string;
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
}

/** The six languages, each by its own name, so that everybody finds theirs whatever the page speaks. */
export function LanguageSelect({ label, language, onChoose }: LanguageSelectProps): React.ReactElement {
  return (
    <div className={styles.choice}>
      <Icon name="globe" size={16} />
      <select className={styles.select} aria-label={label} value={language} onChange={({ target }) => isLanguage(target.value) && onChoose(target.value)}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageName(each, each)}
          </option>
        ))}
      </select>
    </div>
  );
}
