import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { useLoaded } from '../../hooks/useLoaded';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { detailsFormStyles as styles } from './detailsForm.styles';
import { originalInLibrary } from './originalInLibrary';
import type { Submission, SubmissionDetails } from './submission';

/** As many of the person's contributions are looked through. */
const LOOKED_THROUGH = 50;

/** A document that may be a version of one that is in the library. */
export interface VersionProposalProps {
  readonly submission: Submission;
  readonly onChange: (changes: Partial<SubmissionDetails>) => void;
}

/** Offers to submit a file as the language version of an earlier contribution, when it looks like one. */
export function VersionProposal({ submission, onChange }: VersionProposalProps): React.ReactElement | null {
  const { site, group, translator } = useDesk();
  const { file, reading, details } = submission;
  const load = React.useCallback(async () => site.contributions.createdByUser((await site.currentUser()).id, LOOKED_THROUGH), [site]);
  const own = useLoaded(load);
  const detected = reading.status === 'read' ? reading.language : undefined;
  // Without the list nothing is offered; the form has the same choice by hand.
  const found = own.status === 'ready' && details.partKind === undefined ? originalInLibrary(file.name, detected, own.value, group.languageLetters) : undefined;
  if (found === undefined) {
    return null;
  }
  const { original, language } = found;
  const { id, title, fileName, source, purpose, meetingId } = original;
  return (
    <Notice tone="plain" role="status">
      <p>{translator.t('version.ofEarlier', { language: languageName(language, translator.language), document: isolate(title ?? fileName) })}</p>
      <DefaultButton
        className={styles.longButton}
        text={translator.t('version.asThat')}
        onClick={() =>
          onChange({
            partKind: 'languageVersion',
            partOf: id,
            originalLanguage: language,
            ...(title === undefined ? {} : { title }),
            ...(source === undefined ? {} : { source }),
            ...(purpose === undefined ? {} : { purpose }),
            ...(meetingId === undefined ? {} : { meetingId })
          })
        }
      />
    </Notice>
  );
}
