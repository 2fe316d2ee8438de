import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { SiteError, isSiteError } from '../../../../site/errors';
import { DefaultButton, PrimaryButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';
import { detailsFormStyles as styles } from '../submission/detailsForm.styles';
import { DetailsFields, fieldIdOf } from '../submission/DetailsFields';
import { metadataOf } from '../submission/metadataOf';
import type { SubmissionDetails } from '../submission/submission';
import { useCheckedDetails } from '../submission/useCheckedDetails';
import { ChangesOfOthers } from './ChangesOfOthers';
import { detailsOf } from './contributionForm';
import { mergeForms } from './mergeForms';
import type { MergedField } from './mergeForms';

/** The service writes columns of its own at any time. */
const ATTEMPTS = 3;

/** The form of a contribution that is in the library already. */
export interface CompleteFormProps {
  readonly contribution: Contribution;
  /** Called with the contribution as the library then has it. */
  readonly onSaved: (contribution: Contribution) => void;
  readonly onClose: () => void;
}

/**
 * Completes what is missing of a contribution. What was typed stays, whatever the site answers; when somebody else
 * changed the form meanwhile, the person sees what they wrote and decides before anything is saved.
 */
export function CompleteForm({ contribution, onSaved, onClose }: CompleteFormProps): React.ReactElement {
  const { site, group, translator } = useDesk();
  const id = `desk-complete-${contribution.id}`;
  const [details, setDetails] = React.useState(() => detailsOf(contribution));
  const [base, setBase] = React.useState(contribution);
  const [changed, setChanged] = React.useState<readonly MergedField[]>([]);
  const [isSaving, setIsSaving] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  React.useEffect(() => document.getElementById(fieldIdOf(id, 'title'))?.focus(), [id]);
  const change = (changes: Partial<SubmissionDetails>): void => setDetails((before) => ({ ...before, ...changes }));

  const save = async (): Promise<void> => {
    setIsSaving(true);
    setError(undefined);
    try {
      for (let attempt = 1; ; attempt += 1) {
        const newest = await site.contributions.get(contribution.id);
        if (newest === undefined) {
          throw new SiteError('notFound', `Contribution ${contribution.id} is no longer there`);
        }
        const merged = mergeForms(detailsOf(base), details, detailsOf(newest));
        setBase(newest);
        if (merged.changed.length > 0) {
          setChanged(merged.changed);
          setDetails(merged.details);
          setIsSaving(false);
          return;
        }
        try {
          await site.contributions.describe(newest.id, { ...metadataOf(details), suppliedLanguages: newest.suppliedLanguages }, newest.etag);
          onSaved((await site.contributions.get(newest.id)) ?? newest);
          return;
        } catch (problem) {
          if (!isSiteError(problem, 'changedByOthers') || attempt === ATTEMPTS) {
            throw problem;
          }
        }
      }
    } catch (problem) {
      setError(problem);
      setIsSaving(false);
    }
  };
  const { problems, submit } = useCheckedDetails(id, details, () => void save());
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={translator.t('mine.complete')}>
      {error !== undefined && <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={() => void save()} />}
      {changed.length > 0 && <ChangesOfOthers changed={changed} theirs={detailsOf(base)} details={details} onUse={change} />}
      <DetailsFields id={id} details={details} problems={problems} onChange={change} />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={translator.t(isSaving ? 'mine.saving' : 'mine.save')} disabled={isSaving} />
        <DefaultButton text={translator.t('mine.close')} onClick={onClose} />
      </div>
    </form>
  );
}
