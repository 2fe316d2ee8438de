import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { PART_KINDS } from '../../../../rules/contribution';
import type { PartKind } from '../../../../rules/contribution';
import type { Contribution } from '../../../../site/contribution';
import { ActionButton } from '../common/Button';
import { useDesk } from '../deskContext';
import type { RequestedPart } from '../submission/newDetails';
import { Withdrawal } from './Withdrawal';

const styles = mergeStyleSets({
  actions: {
    selectors: {
      summary: { width: 'fit-content', cursor: 'pointer', color: 'var(--desk-link)', lineHeight: 24 }
    }
  },
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0, paddingInlineStart: 12 },
  withdraw: { marginTop: 4, paddingTop: 4, borderTop: '1px solid var(--desk-line)' },
  action: { height: 32, paddingInline: 4, textAlign: 'start', color: 'var(--desk-link)' }
});

/** What can be done with a contribution of one's own. */
export interface OwnActionsProps {
  readonly contribution: Contribution;
  readonly onSubmitPart: ((part: RequestedPart) => void) | undefined;
  /** Called with the contribution as the library then has it. */
  readonly onWithdrawn: (contribution: Contribution) => void;
}

/** The ways on from a contribution: what can be submitted to it, and its withdrawal. */
export function OwnActions({ contribution, onSubmitPart, onWithdrawn }: OwnActionsProps): React.ReactElement {
  const { translator } = useDesk();
  const [isWithdrawing, setIsWithdrawing] = React.useState(false);
  const disclosure = React.useRef<HTMLDetailsElement>(null);
  if (isWithdrawing) {
    const keep = (): void => setIsWithdrawing(false);
    return <Withdrawal contribution={contribution} onWithdrawn={onWithdrawn} onKeep={keep} />;
  }
  const parts = onSubmitPart === undefined ? [] : partsFor(contribution);
  const withdraw = <ActionButton className={styles.action} text={translator.t('withdraw.ask')} onClick={() => setIsWithdrawing(true)} />;
  if (onSubmitPart === undefined || parts.length === 0) {
    return <div>{withdraw}</div>;
  }
  return (
    <details ref={disclosure} className={styles.actions}>
      <summary>{translator.t(contribution.partOf === undefined ? 'mine.actions' : 'mine.actionsOfPart')}</summary>
      <ul className={styles.list}>
        {parts.map((kind) => (
          <li key={kind}>
            <ActionButton
              className={styles.action}
              text={translator.t(`mine.submit.${kind}`)}
              onClick={() => {
                disclosure.current?.removeAttribute('open');
                onSubmitPart({ kind, of: contribution });
              }}
            />
          </li>
        ))}
        <li className={styles.withdraw}>{withdraw}</li>
      </ul>
    </details>
  );
}

/**
 * What can be submitted to a document: once it is published, a revision takes the place of a replacement. What belongs
 * to another document can only be replaced; everything else is submitted to that one.
 */
function partsFor({ docStatus, partOf }: Contribution): readonly PartKind[] {
  return PART_KINDS.filter((kind) => (kind === 'replacement' ? docStatus !== 'published' : partOf === undefined));
}
