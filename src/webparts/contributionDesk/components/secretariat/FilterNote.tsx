import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { DefaultButton } from '../common/Button';
import { Icon } from '../common/Icon';
import { NOT_YET } from './documentFilter';
import type { DocumentFilter } from './documentFilter';
import { useSecretariat } from './secretariatContext';

const styles = mergeStyleSets({
  note: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', fontSize: 14, lineHeight: 20 },
  label: { color: 'var(--desk-quiet)' },
  criterion: { height: 'auto', minHeight: 32, borderRadius: 16 },
  words: { display: 'inline-flex', gap: 8, alignItems: 'center', textAlign: 'start', padding: '4px 0' }
});

/** What a filter lets through. */
export interface FilterNoteProps {
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** By what the list is filtered that no field of it shows, each with a way to take it away. */
export function FilterNote({ filter, onFilter }: FilterNoteProps): React.ReactElement | null {
  const { translator, words } = useSecretariat();
  const { standing, state, arrived, place } = filter;
  const dates = {
    from: arrived?.from === undefined ? '' : wordShortDate(arrived.from, translator.language),
    to: arrived?.to === undefined ? '' : wordShortDate(arrived.to, translator.language)
  };
  const criteria: readonly { readonly key: keyof DocumentFilter; readonly said: string | undefined }[] = [
    { key: 'standing', said: standing && (standing === NOT_YET ? words.t('filter.noStanding') : translator.t(`standing.${standing}`)) },
    { key: 'state', said: state && (state === NOT_YET ? words.t('filter.noState') : translator.t(`docStatus.${state}`)) },
    {
      key: 'arrived',
      said: arrived && (arrived.from === undefined ? words.t('filter.arrivedUntil', dates) : arrived.to === undefined ? words.t('filter.arrivedSince', dates) : words.t('filter.arrivedBetween', dates))
    },
    { key: 'place', said: place && words.t(`filter.${place}`) }
  ];
  const set = criteria.filter(({ said }) => said !== undefined);
  return set.length === 0 ? null : (
    <div className={styles.note} role="group" aria-label={words.t('filter.by')}>
      <span className={styles.label} aria-hidden="true">
        {words.t('filter.by')}
      </span>
      {set.map(({ key, said = '' }) => (
        <DefaultButton
          key={key}
          className={styles.criterion}
          data-filter={key}
          ariaLabel={words.t('filter.remove', { filter: said })}
          onClick={() => onFilter({ ...filter, [key]: undefined })}
          text={
            <span className={styles.words}>
              {said} <Icon name="cross" size={12} />
            </span>
          }
        />
      ))}
    </div>
  );
}
