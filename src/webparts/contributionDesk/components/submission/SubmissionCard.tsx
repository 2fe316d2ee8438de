import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordSize } from '../../../../messages/size';
import { Icon } from '../common/Icon';
import { useDesk } from '../deskContext';
import { Receipt } from '../receipt/Receipt';
import { FailedDelivery } from './FailedDelivery';
import type { Submission, SubmissionDetails, SubmissionPhase } from './submission';
import { SubmissionForm } from './SubmissionForm';
import { UploadProgress } from './UploadProgress';
import type { VersionActions } from './versionActions';

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
  /** The other submission of which this one seems to be a language version. */
  readonly original: Submission | undefined;
  readonly onReplaceFile: (file: File) => void;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
  readonly versionActions: VersionActions;
}

/** One document from the form through the upload to the receipt. Each step takes the focus, so that it is read out. */
export function SubmissionCard(props: SubmissionCardProps): React.ReactElement {
  const { submission, onSend, onCancel, onRemove, versionActions } = props;
  const { translator } = useDesk();
  const { file, phase, details, reading, versions } = submission;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), [phase.step]);

  if (phase.step === 'received') {
    return <Receipt arrival={phase.arrival} sentName={file.name} details={details} versions={versions} versionActions={versionActions} onClose={onRemove} />;
  }
  return (
    <article className={styles.card} data-step={phase.step} data-reading={reading.status}>
      <h4 ref={heading} tabIndex={-1} className={styles.heading}>
        <Icon name="document" />
        <bdi>{file.name}</bdi>
        <span className={styles.size}>{wordSize(file.size, translator.language)}</span>
      </h4>
      {phase.step === 'failed' && (
        <FailedDelivery phase={phase} onRetry={onSend} onCancel={phase.arrival !== undefined ? onRemove : phase.kept === undefined ? undefined : onCancel}>
          {showsForm(phase) && <p>{translator.t('upload.kept')}</p>}
        </FailedDelivery>
      )}
      {showsForm(phase) && <SubmissionForm {...props} />}
      {phase.step === 'sending' && <UploadProgress fileName={file.name} sent={phase.sent} total={phase.total} onCancel={onCancel} />}
      {phase.step === 'describing' && <ProgressIndicator label={translator.t('upload.saving')} />}
    </article>
  );
}

/** The form as it was, unless the document has arrived, if only in part. */
function showsForm(phase: SubmissionPhase): boolean {
  return phase.step === 'drafting' || (phase.step === 'failed' && phase.arrival === undefined && phase.kept === undefined);
}
