import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import { compareLanguages } from '../../../../documents/compareLanguages';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { detailsFormStyles as styles } from './detailsForm.styles';
import { DetailsFields } from './DetailsFields';
import { FileFindings, isBlocked } from './FileFindings';
import { PartFields } from './PartFields';
import { StandingPreview } from './StandingPreview';
import type { Submission, SubmissionDetails } from './submission';
import { useCheckedDetails } from './useCheckedDetails';

/** The form of one document. */
export interface SubmissionFormProps {
  readonly submission: Submission;
  readonly onReplaceFile: (file: File) => void;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
  readonly onSend: () => void;
  readonly onRemove: () => void;
}

/**
 * Asks what the secretariat must know of a document, beside what was found in it. Problems are shown once a person
 * tried to send, then live.
 */
export function SubmissionForm({ submission, onReplaceFile, onChange, onSend, onRemove }: SubmissionFormProps): React.ReactElement {
  const { meetings, translator } = useDesk();
  const { id, file, details, suggested, reading, phase } = submission;
  const { problems, submit } = useCheckedDetails(id, details, onSend);
  const findings = reading.status === 'read' ? [...reading.findings, ...compareLanguages(details.originalLanguage, reading.language)] : [];
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={file.name}>
      {phase.step === 'drafting' && phase.stopped === true && (
        <Notice tone="plain" role="status">
          <p>{translator.t('upload.cancelled')}</p>
        </Notice>
      )}
      <FileFindings findings={findings} onReplaceFile={onReplaceFile} />
      <PartFields id={id} details={details} problem={problems.partOf} onChange={onChange} />
      <DetailsFields id={id} details={details} suggested={suggested} problems={problems} onChange={onChange} />
      <StandingPreview purpose={details.purpose} meeting={meetings.find((meeting) => meeting.id === details.meetingId)} />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={translator.t(isBlocked(findings) ? 'form.sendAnyway' : 'form.send')} />
        <DefaultButton text={translator.t('form.remove')} ariaLabel={translator.t('form.removeFile', { fileName: file.name })} onClick={onRemove} />
      </div>
    </form>
  );
}
