import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import { LANGUAGES } from '../../../../rules/language';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { PurposeField } from './PurposeField';
import { SelectField } from './SelectField';
import { StandingPreview } from './StandingPreview';
import type { Submission, SubmissionDetails } from './submission';
import { CHECKED_FIELDS, TEXT_LIMIT, validateDetails } from './validateDetails';
import type { CheckedField } from './validateDetails';

const styles = mergeStyleSets({
  form: { display: 'grid', gap: 16 },
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))', gap: '16px 20px', alignItems: 'start' },
  more: {
    selectors: {
      summary: { padding: '4px 0', cursor: 'pointer', color: 'var(--desk-link)', fontSize: 14, lineHeight: 24, width: 'fit-content' },
      '&[open] > summary': { marginBottom: 8 }
    }
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 12 },
  hint: { display: 'block', padding: '4px 0 0', fontSize: 12, lineHeight: 16, color: 'var(--desk-quiet)' }
});

/** The form of one document. */
export interface SubmissionFormProps {
  readonly submission: Submission;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
  readonly onSend: () => void;
  readonly onRemove: () => void;
}

/** Asks what the secretariat must know of a document. Problems are shown once a person tried to send, then live. */
export function SubmissionForm({ submission, onChange, onSend, onRemove }: SubmissionFormProps): React.ReactElement {
  const { meetings, translator } = useDesk();
  const { id, file, details, phase } = submission;
  const [wasTried, setWasTried] = React.useState(false);
  const problems = validateDetails(details);
  const fieldId = (field: CheckedField): string => `${id}-${field}`;
  const errorOf = (field: CheckedField): string | undefined => {
    const problem = wasTried ? problems[field] : undefined;
    if (problem === undefined) {
      return undefined;
    }
    return problem === 'tooLong' || field === 'topic' ? translator.t('form.tooLong', { limit: TEXT_LIMIT }) : translator.t(`form.missing.${field}`);
  };
  const send = (event: React.FormEvent): void => {
    event.preventDefault();
    const first = CHECKED_FIELDS.find((field) => problems[field] !== undefined);
    setWasTried(true);
    if (first === undefined) {
      onSend();
    } else {
      const element = document.getElementById(fieldId(first));
      element?.closest('details')?.setAttribute('open', '');
      element?.focus();
    }
  };
  return (
    <form className={styles.form} noValidate onSubmit={send} aria-label={file.name}>
      {phase.step === 'drafting' && phase.stopped === true && (
        <Notice tone="plain" role="status">
          <p>{translator.t('upload.cancelled')}</p>
        </Notice>
      )}
      <TextField
        id={fieldId('title')}
        label={translator.t('field.title')}
        required
        dir="auto"
        value={details.title}
        errorMessage={errorOf('title')}
        onChange={(_event, title = '') => onChange({ title })}
      />
      <div className={styles.row}>
        <TextField
          id={fieldId('source')}
          label={translator.t('field.source')}
          required
          dir="auto"
          autoComplete="organization"
          value={details.source}
          errorMessage={errorOf('source')}
          onRenderDescription={() => <span className={styles.hint}>{translator.t('form.source.hint')}</span>}
          onChange={(_event, source = '') => onChange({ source })}
        />
        <SelectField
          id={fieldId('originalLanguage')}
          label={translator.t('field.originalLanguage')}
          placeholder={translator.t('form.choose')}
          options={LANGUAGES.map((value) => ({ value, text: languageName(value, translator.language) }))}
          value={details.originalLanguage}
          error={errorOf('originalLanguage')}
          onChange={(originalLanguage) => onChange({ originalLanguage })}
        />
      </div>
      <PurposeField id={fieldId('purpose')} value={details.purpose} error={errorOf('purpose')} onChange={(purpose) => onChange({ purpose })} />
      <SelectField
        id={fieldId('meeting')}
        label={translator.t('field.meeting')}
        placeholder={translator.t('form.choose')}
        options={meetings.map((meeting) => ({ value: String(meeting.id), text: `${meeting.title} · ${wordShortDate(meeting.start, translator.language)}` }))}
        value={details.meetingId === undefined ? undefined : String(details.meetingId)}
        error={errorOf('meeting')}
        onChange={(meetingId) => onChange({ meetingId: meetingId === undefined ? undefined : Number(meetingId) })}
      />
      <details className={styles.more}>
        <summary>{translator.t('form.more')}</summary>
        <div className={styles.form}>
          <TextField
            id={fieldId('topic')}
            label={translator.t('form.topic')}
            dir="auto"
            value={details.topic}
            errorMessage={errorOf('topic')}
            onChange={(_event, topic = '') => onChange({ topic })}
          />
          <TextField
            label={translator.t('form.actionRequired')}
            dir="auto"
            multiline
            rows={2}
            value={details.actionRequired}
            onRenderDescription={() => <span className={styles.hint}>{translator.t('form.actionRequired.hint')}</span>}
            onChange={(_event, actionRequired = '') => onChange({ actionRequired })}
          />
          <TextField
            label={translator.t('form.abstract')}
            dir="auto"
            multiline
            rows={4}
            value={details.abstract}
            onChange={(_event, abstract = '') => onChange({ abstract })}
          />
        </div>
      </details>
      <StandingPreview purpose={details.purpose} meeting={meetings.find((meeting) => meeting.id === details.meetingId)} />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={translator.t('form.send')} />
        <DefaultButton text={translator.t('form.remove')} ariaLabel={translator.t('form.removeFile', { fileName: file.name })} onClick={onRemove} />
      </div>
    </form>
  );
}
