import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import { documentName } from '../secretariat/dossier';
import { ReasonField } from '../secretariat/ReasonField';
import { useSecretariat } from '../secretariat/secretariatContext';
import { useLanguages } from './languagesContext';

const ID = 'desk-report';

/** Which document. */
export interface ReportFormProps {
  readonly contribution: Contribution;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks whether a document is really a report of the group, and records it. */
export function ReportForm({ contribution, onDone, onClose }: ReportFormProps): React.ReactElement {
  const { site, words } = useSecretariat();
  const { said } = useLanguages();
  const [reason, setReason] = React.useState('');
  const [isWorking, setIsWorking] = React.useState(false);
  const [error, setError] = React.useState<unknown>();

  const mark = async (): Promise<void> => {
    setIsWorking(true);
    setError(undefined);
    try {
      const { id, meetingId } = contribution;
      await site.decisions.recordOnce({ kind: 'markReport', contributionId: id, reason: reason.trim(), ...(meetingId === undefined ? {} : { meetingId }) });
      onDone();
    } catch (problem) {
      setError(problem);
      setIsWorking(false);
    }
  };
  return (
    <ConfirmForm
      id={ID}
      title={said.t('report.open')}
      level={4}
      confirmText={said.t('report.confirm')}
      isWorking={isWorking}
      error={error}
      onConfirm={() => void mark()}
      onClose={onClose}
    >
      <p>
        <bdi>{documentName(contribution)}</bdi>
      </p>
      <p>{said.t('report.effect')}</p>
      <ReasonField id={`${ID}-reason`} value={reason} hint={words.t('action.reason.hint')} isOptional isChecked={false} onChange={setReason} />
    </ConfirmForm>
  );
}
