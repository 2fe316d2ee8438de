import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { WebPartKey } from '../../../../messages/loadMessages';
import { languageName } from '../../../../messages/locale';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import type { SubmissionDetails } from '../submission/submission';
import type { MergedField } from './mergeForms';

const LABELS = {
  title: 'field.title',
  source: 'field.source',
  originalLanguage: 'field.originalLanguage',
  purpose: 'field.purpose',
  meetingId: 'field.meeting',
  topic: 'form.topic',
  actionRequired: 'form.actionRequired',
  abstract: 'form.abstract'
} as const satisfies Record<MergedField, WebPartKey>;

const styles = mergeStyleSets({
  list: { display: 'grid', gap: 8, margin: 0, width: '100%' },
  field: { selectors: { dt: { fontWeight: 600 } } },
  value: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', margin: 0 },
  inForm: { fontSize: 12 }
});

/** What somebody else wrote into the form that a person is filling in. */
export interface ChangesOfOthersProps {
  readonly changed: readonly MergedField[];
  readonly theirs: SubmissionDetails;
  readonly details: SubmissionDetails;
  readonly onUse: (changes: Partial<SubmissionDetails>) => void;
}

/** Shows what somebody else wrote meanwhile and lets the person take it over, field by field. */
export function ChangesOfOthers({ changed, theirs, details, onUse }: ChangesOfOthersProps): React.ReactElement {
  const { meetings, translator } = useDesk();
  const wordingOf = (field: MergedField): string => {
    switch (field) {
      case 'originalLanguage':
        return theirs.originalLanguage === undefined ? '' : languageName(theirs.originalLanguage, translator.language);
      case 'purpose':
        return theirs.purpose === undefined ? '' : translator.t(`purpose.${theirs.purpose}`);
      case 'meetingId':
        return meetings.find(({ id }) => id === theirs.meetingId)?.title ?? '';
      default:
        return theirs[field];
    }
  };
  return (
    <Notice tone="caution" role="alert" title={translator.t('error.changedByOthers')}>
      <p>{translator.t('conflict.next')}</p>
      <dl className={styles.list}>
        {changed.map((field) => (
          <div key={field} className={styles.field}>
            <dt>{translator.t(LABELS[field])}</dt>
            <dd className={styles.value}>
              <bdi>{wordingOf(field) === '' ? translator.t('conflict.empty') : wordingOf(field)}</bdi>
              {details[field] === theirs[field] ? (
                <span className={styles.inForm}>{translator.t('conflict.inForm')}</span>
              ) : (
                <DefaultButton
                  text={translator.t('conflict.use')}
                  ariaLabel={translator.t('conflict.useField', { field: translator.t(LABELS[field]) })}
                  onClick={() => onUse({ [field]: theirs[field] })}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
