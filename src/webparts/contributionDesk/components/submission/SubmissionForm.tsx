import * as React from 'react';
import { compareLanguages } from '../../../../documents/compareLanguages';
import { isolate } from '../../../../messages/isolate';
import { DefaultButton, PrimaryButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { detailsFormStyles as styles } from './detailsForm.styles';
import { DetailsFields } from './DetailsFields';
import { FileFindings, isBlocked } from './FileFindings';
import { LanguageVersions } from './LanguageVersions';
import { PartFields } from './PartFields';
import { StandingPreview } from './StandingPreview';
import type { Submission, SubmissionDetails } from './submission';
import type { VersionActions } from './versionActions';
import { versionFieldInNeed } from './versionLanguages';
import { useCheckedDetails } from './useCheckedDetails';
import { VersionProposal } from './VersionProposal';

/** The form of one document. */
export interface SubmissionFormProps {
  readonly submission: Submission;
  /** The other submission of which this one seems to be a language version. */
  readonly original: Submission | undefined;
  readonly onReplaceFile: (file: File) => void;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
  readonly onSend: () => void;
  readonly onRemove: () => void;
  readonly versionActions: VersionActions;
}

/**
 * Asks what the secretariat must know of a document, beside what was found in it. Problems are shown once a person
 * tried to send, then live.
 */
export function SubmissionForm({ submission, original, onReplaceFile, onChange, onSend, onRemove, versionActions }: SubmissionFormProps): React.ReactElement {
  const { meetings, translator } = useDesk();
  const { id, file, details, suggested, reading, versions, phase } = submission;
  const { problems, wasTried, submit } = useCheckedDetails(id, details, onSend, versionFieldInNeed(submission));
  const findings = reading.status === 'read' ? [...reading.findings, ...compareLanguages(details.originalLanguage, reading.language)] : [];
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={file.name}>
      {phase.step === 'drafting' && phase.stopped === true && (
        <Notice tone="plain" role="status">
          <p>{translator.t('upload.cancelled')}</p>
        </Notice>
      )}
      {original !== undefined && (
        <Notice tone="plain">
          <p>{translator.t('version.looksLike', { fileName: isolate(original.file.name) })}</p>
          <DefaultButton className={styles.longButton} text={translator.t('version.attach')} onClick={() => versionActions.attachTo(original)} />
        </Notice>
      )}
      {original === undefined && <VersionProposal submission={submission} onChange={onChange} />}
      <FileFindings findings={findings} onReplaceFile={onReplaceFile} />
      <PartFields id={id} details={details} problem={problems.partOf} onChange={onChange} />
      <DetailsFields id={id} details={details} suggested={suggested} problems={problems} onChange={onChange} />
      {details.partKind !== 'languageVersion' && (
        <LanguageVersions id={id} versions={versions} original={details.originalLanguage} showsProblems={wasTried} actions={versionActions} />
      )}
      <StandingPreview purpose={details.purpose} meeting={meetings.find((meeting) => meeting.id === details.meetingId)} />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={translator.t(isBlocked(findings) ? 'form.sendAnyway' : 'form.send')} />
        <DefaultButton text={translator.t('form.remove')} ariaLabel={translator.t('form.removeFile', { fileName: file.name })} onClick={onRemove} />
      </div>
    </form>
  );
}
