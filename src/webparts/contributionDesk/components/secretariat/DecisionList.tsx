import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import type { Decision } from '../../../../site/decisions';
import { detailsStyles as styles } from './details.styles';
import { useSecretariat } from './secretariatContext';

/** Who decided what, when and why; the latest first. */
export function DecisionList({ decisions }: { readonly decisions: readonly Decision[] }): React.ReactElement {
  const { group, translator, words } = useSecretariat();
  return (
    <ul className={styles.list}>
      {[...decisions].reverse().map(({ id, kind, reason, decidedBy, decidedAt }) => (
        <li key={id}>
          <div>{words.t(`decision.${kind}`)}</div>
          {reason !== '' && (
            <div>
              <bdi>{reason}</bdi>
            </div>
          )}
          <div className={styles.quiet}>{words.t('decision.by', { person: isolate(decidedBy.name), time: wordInstant(decidedAt, group, translator) })}</div>
        </li>
      ))}
    </ul>
  );
}
