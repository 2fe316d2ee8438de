import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { toneStyle } from '../../theme/tones';
import { DefaultButton } from '../common/Button';
import { ATTENTION_TONES } from './attentionTones';
import type { DossierGroup } from './dossier';
import { DocumentRow } from './DocumentRow';
import { listStyles as styles } from './list.styles';
import { useSecretariat } from './secretariatContext';

/** More are shown on demand: a long list is read from its urgent end. */
const SHOWN = 50;

/** The documents that ask the same. */
export interface DocumentGroupProps {
  readonly group: DossierGroup;
  readonly wholeOf: (contribution: Contribution) => Contribution | undefined;
  readonly selectedId: number | undefined;
  readonly isNarrow: boolean;
  readonly onOpen: (contribution: Contribution) => void;
}

/** A heading that says what is to be done, and the documents with which. */
export function DocumentGroup({ group: { attention, dossiers }, wholeOf, selectedId, isNarrow, onOpen }: DocumentGroupProps): React.ReactElement {
  const { words } = useSecretariat();
  const [limit, setLimit] = React.useState(SHOWN);
  const { borderColor } = toneStyle(ATTENTION_TONES[attention]);
  const headingId = `desk-group-${attention}`;
  return (
    <section aria-labelledby={headingId} data-group={attention}>
      <h4 id={headingId} className={styles.groupHeading}>
        <span className={styles.mark} style={{ background: borderColor, borderColor }} aria-hidden="true" />
        {words.t(`group.${attention}`)} <span className={styles.groupCount}>{dossiers.length}</span>
      </h4>
      <ul className={styles.rows}>
        {dossiers.slice(0, limit).map((dossier) => (
          <DocumentRow
            key={dossier.contribution.id}
            dossier={dossier}
            whole={wholeOf(dossier.contribution)}
            isSelected={dossier.contribution.id === selectedId}
            isNarrow={isNarrow}
            onOpen={() => onOpen(dossier.contribution)}
          />
        ))}
      </ul>
      {dossiers.length > limit && (
        <DefaultButton className={styles.more} text={words.t('list.more', { count: dossiers.length - limit })} onClick={() => setLimit(dossiers.length)} />
      )}
    </section>
  );
}
