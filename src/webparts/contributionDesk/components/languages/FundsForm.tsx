import * as React from 'react';
import { LANGUAGE_FUNDS } from '../../../../rules/meeting';
import { SiteError, isSiteError } from '../../../../site/errors';
import { LanguageActions } from '../../../../site/languageActions';
import type { ShownMeeting } from '../../../../site/meetingActions';
import { Notice } from '../common/Notice';
import { Choices } from '../secretariat/Choices';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import { formStyles as styles } from '../secretariat/forms.styles';
import { ReasonField } from '../secretariat/ReasonField';
import { useSecretariat } from '../secretariat/secretariatContext';
import { useLanguages } from './languagesContext';

const ID = 'desk-funds';

/** Which meeting, as it was shown. */
export interface FundsFormProps {
  readonly shown: ShownMeeting;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks what is known of the funds and why, and records it. When the meeting was changed meanwhile, it is read again. */
export function FundsForm({ shown, onDone, onClose }: FundsFormProps): React.ReactElement {
  const { site, words } = useSecretariat();
  const { said } = useLanguages();
  const [base, setBase] = React.useState(shown);
  const [funds, setFunds] = React.useState(shown.meeting.languageFunds);
  const [reason, setReason] = React.useState('');
  const [isChecked, setIsChecked] = React.useState(false);
  const [isStale, setIsStale] = React.useState(false);
  const [isWorking, setIsWorking] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  const isSame = funds === base.meeting.languageFunds;

  const record = async (): Promise<void> => {
    setIsWorking(true);
    setError(undefined);
    try {
      await new LanguageActions(site).recordFunds(base, funds, reason.trim());
      onDone();
    } catch (problem) {
      setIsWorking(false);
      if (!isSiteError(problem, 'changedByOthers')) {
        setError(problem);
        return;
      }
      try {
        const newest = await site.meetings.getForChange(base.meeting.id);
        if (newest === undefined) {
          throw new SiteError('notFound', `Meeting ${base.meeting.id} is no longer there`);
        }
        setBase(newest);
        setIsStale(true);
      } catch (failure) {
        setError(failure);
      }
    }
  };
  const submit = (): void => {
    setIsChecked(true);
    if (isSame) {
      document.querySelector<HTMLElement>(`input[name="${ID}"]:checked`)?.focus();
    } else if (reason.trim() === '') {
      document.getElementById(`${ID}-reason`)?.focus();
    } else {
      void record();
    }
  };
  return (
    <ConfirmForm
      id={ID}
      title={said.t('funds.record')}
      level={4}
      confirmText={said.t('funds.confirm')}
      isWorking={isWorking}
      error={error}
      stale={
        isStale && (
          <Notice tone="caution" role="alert" title={words.t('meeting.stale')}>
            <p>
              {said.t('funds.now')} {said.t(`funds.${base.meeting.languageFunds}`)}
            </p>
            <p>{words.t('kept')}</p>
          </Notice>
        )
      }
      onConfirm={submit}
      onClose={onClose}
    >
      <Choices id={ID} label={said.t('funds.question')} value={funds} options={LANGUAGE_FUNDS.map((value) => ({ value, text: said.t(`funds.${value}.effect`) }))} onChange={setFunds} />
      {isChecked && isSame && (
        <p role="alert" className={styles.error}>
          {words.t('meeting.problem.same')}
        </p>
      )}
      <ReasonField id={`${ID}-reason`} value={reason} hint={words.t('action.reason.hint')} isChecked={isChecked} onChange={setReason} />
    </ConfirmForm>
  );
}
