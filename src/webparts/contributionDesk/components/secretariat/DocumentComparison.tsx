import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import type { Contribution } from '../../../../site/contribution';
import { documentDifferences, isOtherContent } from './documentDifferences';
import { formStyles as styles } from './forms.styles';
import { useSecretariat } from './secretariatContext';

/** Two states of a document. */
export interface DocumentComparisonProps {
  /** As the person saw it when they decided. */
  readonly shown: Contribution;
  readonly now: Contribution;
}

/** A document as the person saw it beside what somebody else made of it meanwhile: what differs, who changed it and when. */
export function DocumentComparison({ shown, now }: DocumentComparisonProps): React.ReactElement {
  const { group, meetings, translator, words } = useSecretariat();
  const empty = words.t('action.stale.empty');
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.t('meeting.stale.column')}</th>
            <th scope="col">{words.t('action.stale.shown')}</th>
            <th scope="col">{words.t('meeting.stale.now')}</th>
          </tr>
        </thead>
        <tbody>
          {documentDifferences(shown, now, meetings, translator).map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>
                <bdi>{before ?? empty}</bdi>
              </td>
              <td>
                <bdi>{after ?? empty}</bdi>
              </td>
            </tr>
          ))}
          {isOtherContent(shown, now) && (
            <tr>
              <th scope="row">{words.t('action.stale.content')}</th>
              <td>{words.t('action.stale.content.earlier')}</td>
              <td>{words.t('action.stale.content.replaced')}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p>{words.t('action.stale.by', { person: isolate(now.modifiedBy.name), time: wordInstant(now.modifiedAt, group, translator) })}</p>
    </>
  );
}
