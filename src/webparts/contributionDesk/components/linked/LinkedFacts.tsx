import * as React from 'react';
import { wordDate, wordInstant } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import type { Contribution } from '../../../../site/contribution';
import { FactList } from '../common/FactList';
import type { Fact } from '../common/FactList';
import { useDesk } from '../deskContext';

/** What everybody may know of a contribution. */
export function LinkedFacts({ contribution }: { readonly contribution: Contribution }): React.ReactElement {
  const { group, meetings, translator } = useDesk();
  const { source, purpose, meetingId, originalLanguage, receivedAt, createdAt, publicationDue, docStatus } = contribution;
  const facts: readonly Fact[] = [
    [translator.t('field.source'), source],
    [translator.t('field.purpose'), purpose && translator.t(`purpose.${purpose}`)],
    [translator.t('field.meeting'), meetings.find(({ id }) => id === meetingId)?.title],
    [translator.t('field.originalLanguage'), originalLanguage && languageName(originalLanguage, translator.language)],
    [translator.t('field.receivedAt'), wordInstant(receivedAt ?? createdAt, group, translator)],
    [translator.t('field.publicationDue'), docStatus === 'published' ? undefined : publicationDue && wordDate(publicationDue, translator.language)],
    [translator.t('form.topic'), contribution.topic],
    [translator.t('form.actionRequired'), contribution.actionRequired],
    [translator.t('form.abstract'), contribution.abstract]
  ];
  return <FactList facts={facts} />;
}
