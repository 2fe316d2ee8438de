import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { SiteError, isSiteError } from '../../../../site/errors';
import { DefaultButton, PrimaryButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';
import { detailsFormStyles } from '../submission/detailsForm.styles';

/** The service writes columns of its own at any time. */
const ATTEMPTS = 3;

/** A contribution that its author may withdraw. */
export interface WithdrawalProps {
  readonly contribution: Contribution;
  /** Called with the contribution as the library then has it. */
  readonly onWithdrawn: (contribution: Contribution) => void;
  readonly onKeep: () => void;
}

/** Asks whether a contribution is really to be withdrawn, and says what that means. */
export function Withdrawal({ contribution, onWithdrawn, onKeep }: WithdrawalProps): React.ReactElement {
  const { site, group, translator } = useDesk();
  const [isWriting, setIsWriting] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  const question = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => question.current?.focus(), []);

  const withdraw = async (): Promise<void> => {
    setIsWriting(true);
    setError(undefined);
    try {
      onWithdrawn(await withdrawn());
    } catch (problem) {
      setError(problem);
      setIsWriting(false);
    }
  };
  const withdrawn = async (): Promise<Contribution> => {
    for (let attempt = 1; ; attempt += 1) {
      const newest = await site.contributions.get(contribution.id);
      if (newest === undefined) {
        throw new SiteError('notFound', `Contribution ${contribution.id} is no longer there`);
      }
      try {
        const etag = await site.contributions.askWithdrawal(newest.id, newest.etag);
        return { ...newest, etag, docStatus: 'withdrawn' };
      } catch (problem) {
        if (!isSiteError(problem, 'changedByOthers') || attempt === ATTEMPTS) {
          throw problem;
        }
      }
    }
  };
  return (
    <div ref={question} tabIndex={-1} role="group" aria-label={translator.t('withdraw.question')} style={{ outline: 'none' }}>
      <Notice tone="caution" title={translator.t('withdraw.question')}>
        <p>{translator.t(contribution.docSymbol === undefined ? 'withdraw.meaning' : 'withdraw.meaningNumbered', { symbol: contribution.docSymbol ?? '' })}</p>
        {error !== undefined && <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} />}
        <div className={detailsFormStyles.buttons}>
          <PrimaryButton text={translator.t('withdraw.confirm')} disabled={isWriting} onClick={() => void withdraw()} />
          <DefaultButton text={translator.t('withdraw.keep')} disabled={isWriting} onClick={onKeep} />
        </div>
      </Notice>
    </div>
  );
}
