import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { LANGUAGES } from '../../../../rules/language';
import { useDesk } from '../deskContext';
import { detailsFormStyles as styles } from './detailsForm.styles';
import { PurposeField } from './PurposeField';
import { SelectField } from './SelectField';
import type { SubmissionDetails, SuggestedField } from './submission';
import { TEXT_LIMIT } from './validateDetails';
import type { CheckedField, FieldProblem } from './validateDetails';

const NOTHING_SUGGESTED: ReadonlySet<SuggestedField> = new Set();

/** The fields about one document. */
export interface DetailsFieldsProps {
  /** What the fields' ids begin with; see {@link fieldIdOf}. */
  readonly id: string;
  readonly details: SubmissionDetails;
  /** The fields that hold what the document itself says. */
  readonly suggested?: ReadonlySet<SuggestedField>;
  /** What is to be shown as wrong. */
  readonly problems: Partial<Record<CheckedField, FieldProblem>>;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
}

/** The id of a field's element, for the focus. */
export function fieldIdOf(id: string, field: CheckedField): string {
  return `${id}-${field}`;
}

/** What the secretariat must know of a document, as fields. */
export function DetailsFields({ id, details, suggested = NOTHING_SUGGESTED, problems, onChange }: DetailsFieldsProps): React.ReactElement {
  const { meetings, translator } = useDesk();
  const fieldId = (field: CheckedField): string => fieldIdOf(id, field);
  const errorOf = (field: CheckedField): string | undefined => {
    const problem = problems[field];
    if (problem === undefined) {
      return undefined;
    }
    return problem === 'tooLong' || field === 'topic' ? translator.t('form.tooLong', { limit: TEXT_LIMIT }) : translator.t(`form.missing.${field}`);
  };
  const hintOf = (field: SuggestedField, usual?: string): string | undefined => (suggested.has(field) ? translator.t('form.suggested') : usual);
  const describe = (hint: string | undefined) => (hint === undefined ? undefined : () => <span className={styles.hint}>{hint}</span>);
  const more = React.useRef<HTMLDetailsElement>(null);
  const topicIsSuggested = suggested.has('topic');
  React.useEffect(() => {
    if (topicIsSuggested) {
      more.current?.setAttribute('open', '');
    }
  }, [topicIsSuggested]);
  return (
    <>
      <TextField
        id={fieldId('title')}
        label={translator.t('field.title')}
        required
        dir="auto"
        value={details.title}
        errorMessage={errorOf('title')}
        onRenderDescription={describe(hintOf('title'))}
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
          onRenderDescription={describe(hintOf('source', translator.t('form.source.hint')))}
          onChange={(_event, source = '') => onChange({ source })}
        />
        <SelectField
          id={fieldId('originalLanguage')}
          label={translator.t('field.originalLanguage')}
          placeholder={translator.t('form.choose')}
          options={LANGUAGES.map((value) => ({ value, text: languageName(value, translator.language) }))}
          value={details.originalLanguage}
          hint={hintOf('originalLanguage')}
          error={errorOf('originalLanguage')}
          onChange={(originalLanguage) => onChange({ originalLanguage })}
        />
      </div>
      <PurposeField
        id={fieldId('purpose')}
        value={details.purpose}
        hint={hintOf('purpose')}
        error={errorOf('purpose')}
        onChange={(purpose) => onChange({ purpose })}
      />
      <SelectField
        id={fieldId('meeting')}
        label={translator.t('field.meeting')}
        placeholder={translator.t('form.choose')}
        options={meetings
          .filter((meeting) => meeting.status === 'planned' || meeting.id === details.meetingId)
          .map((meeting) => ({ value: String(meeting.id), text: `${isolate(meeting.title)} · ${wordShortDate(meeting.start, translator.language)}` }))}
        value={details.meetingId === undefined ? undefined : String(details.meetingId)}
        error={errorOf('meeting')}
        onChange={(meetingId) => onChange({ meetingId: meetingId === undefined ? undefined : Number(meetingId) })}
      />
      <details ref={more} className={styles.more}>
        <summary>{translator.t('form.more')}</summary>
        <div className={styles.form}>
          <TextField
            id={fieldId('topic')}
            label={translator.t('form.topic')}
            dir="auto"
            value={details.topic}
            errorMessage={errorOf('topic')}
            onRenderDescription={describe(hintOf('topic'))}
            onChange={(_event, topic = '') => onChange({ topic })}
          />
          <TextField
            label={translator.t('form.actionRequired')}
            dir="auto"
            multiline
            rows={2}
            value={details.actionRequired}
            onRenderDescription={describe(translator.t('form.actionRequired.hint'))}
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
    </>
  );
}
