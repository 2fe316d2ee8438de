import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { isOpen } from '../../../../rules/deadlines';
import type { Deadline } from '../../../../rules/deadlines';
import type { LanguageOutcome } from '../../../../rules/interpretation';
import type { LanguageTally } from '../../../../rules/languageRequest';
import type { ListedRequest } from '../../../../site/languageRequests';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';
import { OutcomeBadge } from './OutcomeBadge';
import { requestOf } from './readInterpretation';
import { TallyBar } from './TallyBar';
import { wordNames } from './wordNames';

/** A language at a meeting. */
export interface LanguageRowProps {
  readonly meetingId: number;
  readonly tally: LanguageTally;
  /** What is decided of it, when it is. */
  readonly outcome: LanguageOutcome | undefined;
  readonly requests: readonly ListedRequest[];
  readonly deadline: Deadline;
  /** The delegation for which the person speaks; without one nothing can be asked. */
  readonly asker: { readonly delegation: string; readonly email: string } | undefined;
  /** Called after the site took what was asked; ends when what it then has is shown. */
  readonly onAsked: () => Promise<void>;
}

/** How a language stands, and the button to ask for it or to withdraw. */
export function LanguageRow({ meetingId, tally, outcome, requests, deadline, asker, onAsked }: LanguageRowProps): React.ReactElement {
  const { group, languageSite, said, translator } = useLanguages();
  const { language, delegations, late } = tally;
  const [isWorking, setIsWorking] = React.useState(false);
  const [failed, setFailed] = React.useState<{ readonly word: 'ask' | 'withdraw'; readonly error: unknown }>();
  const name = languageName(language, translator.language);
  const own = asker && requestOf(requests, language, asker.delegation);
  const isAsked = own?.status === 'active';
  const isLate = own !== undefined && !isOpen(deadline, own.requestedAt);

  const say = async (word: 'ask' | 'withdraw'): Promise<void> => {
    if (asker === undefined || isWorking) {
      return;
    }
    setIsWorking(true);
    setFailed(undefined);
    try {
      const subject = { meetingId, language, delegation: asker.delegation };
      await languageSite.languageRequests[word](subject, asker.email);
      await onAsked();
    } catch (error) {
      // What was meant is kept with it: the site may have taken it without its answer getting through.
      setFailed({ word, error });
    } finally {
      setIsWorking(false);
    }
  };
  return (
    <li className={styles.row} data-language={language}>
      <div className={styles.rowBody}>
        <div className={styles.rowTop}>
          <span className={styles.language}>{name}</span>
          {outcome !== undefined && <OutcomeBadge outcome={outcome} />}
        </div>
        {outcome !== undefined && <div>{said.t(`reason.${outcome.reason}`)}</div>}
        <TallyBar tally={tally} />
        {delegations.length > 0 && <div className={styles.quiet}>{wordNames(delegations, translator.language)}</div>}
        {late.length > 0 && <div className={styles.quiet}>{said.t('tally.late', { names: wordNames(late, translator.language) })}</div>}
        <div role="status" className={styles.status}>
          {isAsked && (
            <span>
              {said.t(isLate ? 'ask.recordedLate' : 'ask.recorded', { delegation: isolate(own.delegation), time: wordInstant(own.requestedAt, group, translator) })}
            </span>
          )}
          {own?.status === 'withdrawn' && <span className={styles.quiet}>{said.t('ask.withdrawn', { time: wordInstant(own.requestedAt, group, translator) })}</span>}
        </div>
      </div>
      {asker !== undefined && (
        <DefaultButton
          text={said.t(isWorking ? 'ask.working' : isAsked ? 'ask.withdraw' : 'ask.request')}
          ariaLabel={said.t(isAsked ? 'ask.withdraw.of' : 'ask.request.of', { language: name })}
          allowDisabledFocus
          disabled={isWorking}
          onClick={() => void say(isAsked ? 'withdraw' : 'ask')}
        />
      )}
      {own?.status === 'refused' && (
        <div className={styles.wide}>
          <Notice tone="caution" title={said.t('ask.refused', { delegation: isolate(own.delegation) })}>
            <p>{said.t('ask.refused.next')}</p>
            <a href={`mailto:${group.secretariatAddress}`}>{group.secretariatAddress}</a>
          </Notice>
        </div>
      )}
      {failed !== undefined && (
        <div className={styles.wide}>
          <SiteProblem error={failed.error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={() => void say(failed.word)}>
            <p>{said.t('ask.notDone')}</p>
          </SiteProblem>
        </div>
      )}
    </li>
  );
}
