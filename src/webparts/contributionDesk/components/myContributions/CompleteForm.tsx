import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { SiteError } from '../../../../site/errors';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';
import { detailsFormStyles as styles } from '../submission/detailsForm.styles';
import { DetailsFields, fieldIdOf } from '../submission/DetailsFields';
import { metadataOf } from '../submission/metadataOf';
import type { SubmissionDetails } from '../submission/submission';
import { useCheckedDetails } from '../submission/useCheckedDetails';
import { detailsOf, sameForm } from './contributionForm';

/** The form of a contribution that is in the library already. */
export interface CompleteFormProps {
  readonly contribution: Contribution;
  /** Called with the contribution as the library then has it. */
  readonly onSaved: (contribution: Contribution) => void;
  readonly onClose: () => void;
}

/** Completes what is missing of a contribution. What was typed stays, whatever the site answers. */
export function CompleteForm({ contribution, onSaved, onClose }: CompleteFormProps): React.ReactElement {
  const { site, group, translator } = useDesk();
  const id = `desk-complete-${contribution.id}`;
  const [details, setDetails] = React.useState(() => detailsOf(contribution));
  const [base, setBase] = React.useState(contribution);
  const [isSaving, setIsSaving] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  React.useEffect(() => document.getElementById(fieldIdOf(id, 'title'))?.focus(), [id]);

  const save = async (): Promise<void> => {
    setIsSaving(true);
    setError(undefined);
    try {
      const newest = await site.contributions.get(contribution.id);
      if (newest === undefined) {
        throw new SiteError('notFound', `Contribution ${contribution.id} is no longer there`);
      }
      // The service writes columns of its own at any time; only another person's change of the form is in the way.
      setBase(newest);
      if (!sameForm(base, newest)) {
        throw new SiteError('changedByOthers', `Contribution ${contribution.id} was changed meanwhile`);
      }
      await site.contributions.describe(newest.id, { ...metadataOf(details), suppliedLanguages: newest.suppliedLanguages }, newest.etag);
      onSaved((await site.contributions.get(newest.id)) ?? newest);
    } catch (problem) {
      setError(problem);
      setIsSaving(false);
    }
  };
  const { problems, submit } = useCheckedDetails(id, details, () => void save());
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={translator.t('mine.complete')}>
      {error !== undefined && <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={() => void save()} />}
      <DetailsFields
        id={id}
        details={details}
        problems={problems}
        onChange={(changes: Partial<SubmissionDetails>) => setDetails((before) => ({ ...before, ...changes }))}
      />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={translator.t(isSaving ? 'mine.saving' : 'mine.save')} disabled={isSaving} />
        <DefaultButton text={translator.t('mine.close')} onClick={onClose} />
      </div>
    </form>
  );
}
