import { DefaultButton } from '@fluentui/react/lib/Button';
import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { Icon } from '../common/Icon';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';
import { Receipt } from '../receipt/Receipt';
import type { Submission, SubmissionDetails } from './submission';
import { SubmissionForm } from './SubmissionForm';
import { UploadProgress } from './UploadProgress';
import { wordSize } from './wordSize';

const styles = mergeStyleSets({
  card: {
    border: '1px solid var(--desk-line)',
    borderRadius: 6,
    background: 'var(--desk-surface)',
    padding: 20,
    display: 'grid',
    gap: 16
  },
  heading: { display: 'flex', gap: 8, alignItems: 'flex-start', margin: 0, fontSize: 16, lineHeight: 22, fontWeight: 600, overflowWrap: 'anywhere', outline: 'none' },
  size: { fontSize: 12, fontWeight: 400, color: 'var(--desk-quiet)', whiteSpace: 'nowrap', paddingTop: 1 }
});

/** What can be done with one submission. */
export interface SubmissionCardProps {
  readonly submission: Submission;
  readonly onReplaceFile: (file: File) => void;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
}

/** One document from the form through the upload to the receipt. Each step takes the focus, so that it is read out. */
export function SubmissionCard({ submission, onReplaceFile, onChange, onSend, onCancel, onRemove }: SubmissionCardProps): React.ReactElement {
  const { translator } = useDesk();
  const { file, phase, details, reading } = submission;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), [phase.step]);

  if (phase.step === 'received') {
    return <Receipt arrival={phase.arrival} sentName={file.name} details={details} onClose={onRemove} />;
  }
  return (
    <article className={styles.card} data-step={phase.step} data-reading={reading.status}>
      <h4 ref={heading} tabIndex={-1} className={styles.heading}>
        <Icon name="document" />
        <bdi>{file.name}</bdi>
        <span className={styles.size}>{wordSize(file.size, translator.language)}</span>
      </h4>
      {phase.step === 'drafting' && <SubmissionForm {...{ submission, onReplaceFile, onChange, onSend, onRemove }} />}
      {phase.step === 'sending' && <UploadProgress fileName={file.name} sent={phase.sent} total={phase.total} onCancel={onCancel} />}
      {phase.step === 'describing' && <ProgressIndicator label={translator.t('upload.saving')} />}
      {phase.step === 'failed' && <FailedSubmission {...{ submission, onReplaceFile, onChange, onSend, onRemove }} />}
    </article>
  );
}

/** A document that did not go through: why, and the form as it was, unless the document itself has already arrived. */
function FailedSubmission({ submission, onReplaceFile, onChange, onSend, onRemove }: Omit<SubmissionCardProps, 'onCancel'>): React.ReactElement | null {
  const { group, translator } = useDesk();
  const { phase } = submission;
  if (phase.step !== 'failed') {
    return null;
  }
  const { error, arrival } = phase;
  return (
    <>
      <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={onSend}>
        <p>{arrival === undefined ? translator.t('upload.kept') : translator.t('upload.arrived', { time: wordInstant(arrival.receivedAt, group, translator) })}</p>
      </SiteProblem>
      {arrival === undefined ? (
        <SubmissionForm {...{ submission, onReplaceFile, onChange, onSend, onRemove }} />
      ) : (
        <DefaultButton text={translator.t('receipt.close')} onClick={onRemove} />
      )}
    </>
  );
}
