import * as React from 'react';
import { PART_KINDS } from '../../../../rules/contribution';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';
import { fieldIdOf } from './DetailsFields';
import { detailsFormStyles as styles } from './detailsForm.styles';
import { SelectField } from './SelectField';
import type { SubmissionDetails } from './submission';
import type { FieldProblem } from './validateDetails';

/** As many of the person's contributions are offered as the earlier one. */
const OFFERED = 50;

/** What ties a document to an earlier one. */
export interface PartFieldsProps {
  readonly id: string;
  readonly details: SubmissionDetails;
  readonly problem: FieldProblem | undefined;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
}

/** Asks whether the document is new, or what it is to an earlier one of the same person; that one is kept. */
export function PartFields({ id, details, problem, onChange }: PartFieldsProps): React.ReactElement {
  const { translator } = useDesk();
  const { partKind } = details;
  return (
    <div className={styles.row}>
      <SelectField
        id={`${id}-partKind`}
        label={translator.t('form.partKind')}
        placeholder={translator.t('form.partKind.new')}
        isOptional
        options={PART_KINDS.map((value) => ({ value, text: translator.t(`form.partKind.${value}`) }))}
        value={partKind}
        onChange={(kind) => onChange({ partKind: kind, ...(kind === undefined ? { partOf: undefined } : {}) })}
      />
      {partKind !== undefined && <EarlierDocument {...{ id, details, problem, onChange }} />}
    </div>
  );
}

function EarlierDocument({ id, details, problem, onChange }: PartFieldsProps): React.ReactElement {
  const { site, translator } = useDesk();
  const load = React.useCallback(async () => site.contributions.createdByUser((await site.currentUser()).id, OFFERED), [site]);
  const own = useLoaded(load);
  if (own.status === 'failed') {
    return <SiteProblem error={own.error} translator={translator} onRetry={own.retry} />;
  }
  const offered = own.status === 'ready' ? own.value.filter(({ docStatus }) => docStatus !== 'withdrawn' && !(details.partKind === 'replacement' && docStatus === 'published')) : [];
  return (
    <SelectField
      id={fieldIdOf(id, 'partOf')}
      label={translator.t('form.partOf')}
      placeholder={translator.t('form.choose')}
      options={offered.map((earlier) => ({
        value: String(earlier.id),
        text: [earlier.docSymbol, earlier.title ?? earlier.fileName].filter((part) => part !== undefined).join(' · ')
      }))}
      value={details.partOf === undefined ? undefined : String(details.partOf)}
      hint={translator.t('form.partOf.hint')}
      error={problem === undefined ? undefined : translator.t('form.missing.partOf')}
      onChange={(partOf) => onChange({ partOf: partOf === undefined ? undefined : Number(partOf) })}
    />
  );
}
