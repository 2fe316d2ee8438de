import * as React from 'react';
import { languageName } from '../../../../messages/locale';
import { toneStyle } from '../../theme/tones';
import type { Tone } from '../../theme/tones';
import { useLanguages } from '../languages/languagesContext';
import { countVersions, isWanted } from '../languages/translationRows';
import type { TranslationFilter, TranslationRow } from '../languages/translationRows';
import { overviewStyles as styles } from './overview.styles';
import { useOverview } from './overviewContext';

const FIGURES: readonly { readonly filter: TranslationFilter; readonly key: 'translations.due' | 'translations.overdue' | 'translations.done'; readonly tone: Tone }[] = [
  { filter: 'toDo', key: 'translations.due', tone: 'plain' },
  { filter: 'overdue', key: 'translations.overdue', tone: 'bad' },
  { filter: 'done', key: 'translations.done', tone: 'good' }
];

/** How many translations are done and due, in all and by language. */
export function TranslationsSummary({ rows }: { readonly rows: readonly TranslationRow[] }): React.ReactElement {
  const { group, said, translator } = useLanguages();
  const { doors, told } = useOverview();
  const byLanguage = group.languages
    .map((language) => {
      const cells = rows.flatMap((row) => row.cells.filter(({ version }) => version.language === language));
      const done = cells.filter((cell) => isWanted(cell, 'done')).length;
      return { language, done, all: done + cells.filter((cell) => isWanted(cell, 'toDo')).length };
    })
    .filter(({ all }) => all > 0);
  return (
    <section className={styles.section} aria-labelledby="desk-overview-translations">
      <h3 id="desk-overview-translations" className={styles.heading}>
        {said.t('translations.heading')}
      </h3>
      <ul className={styles.tiles}>
        {FIGURES.map(({ filter, key, tone }) => {
          const count = countVersions(rows, filter);
          const content = (
            <>
              <span className={styles.number}>{count}</span> <span>{said.t(key)}</span>
            </>
          );
          return (
            <li key={filter} data-translations={filter}>
              {count === 0 ? (
                <div className={styles.tile}>{content}</div>
              ) : (
                <button type="button" className={styles.tile} style={{ borderInlineStartColor: toneStyle(tone).borderColor }} onClick={() => doors.openTranslations(filter)}>
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {byLanguage.length > 0 && (
        <ul className={styles.bars} aria-label={told.t('translations.byLanguage')}>
          {byLanguage.map(({ language, done, all }) => (
            <li key={language} data-translated={language}>
              <button type="button" className={styles.bar} onClick={() => doors.openTranslations(done < all ? 'toDo' : 'done')}>
                <span data-label>{languageName(language, translator.language)}</span>
                <span className={`${styles.track} ${styles.whole}`} aria-hidden="true">
                  {done > 0 && <span className={styles.fill} style={{ width: `${(done / all) * 100}%` }} />}
                </span>
                <span className={styles.count}>{told.t('translations.doneOf', { done, all })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
