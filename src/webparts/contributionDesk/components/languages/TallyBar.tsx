import * as React from 'react';
import type { LanguageTally } from '../../../../rules/languageRequest';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';

/** How many delegations asked for a language against how many it takes: as pieces, and in words that say the same. */
export function TallyBar({ tally: { delegations, threshold } }: { readonly tally: LanguageTally }): React.ReactElement {
  const { said } = useLanguages();
  const count = delegations.length;
  return (
    <span className={styles.count}>
      {threshold !== undefined && (
        <span className={styles.bar} aria-hidden="true">
          {Array.from({ length: threshold }, (_unused, index) => (
            <span key={index} className={styles.piece} data-filled={index < count} />
          ))}
        </span>
      )}
      <span>{threshold === undefined ? said.t('tally.statutory', { count }) : said.t('tally.count', { count, threshold })}</span>
    </span>
  );
}
