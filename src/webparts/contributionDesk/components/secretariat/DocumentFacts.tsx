import * as React from 'react';
import { wordDate, wordInstant } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import { wordSize } from '../../../../messages/size';
import type { Contribution } from '../../../../site/contribution';
import { FactList } from '../common/FactList';
import type { Fact } from '../common/FactList';
import { useSecretariat } from './secretariatContext';

/** What the library knows of a document. */
export function DocumentFacts({ contribution }: { readonly contribution: Contribution }): React.ReactElement {
  const { group, meetings, translator, words } = useSecretariat();
  const { source, purpose, meetingId, originalLanguage, suppliedLanguages, receivedAt, createdAt, publicationDue, createdBy } = contribution;
  const { language } = translator;
  const facts: readonly Fact[] = [
    [translator.t('field.source'), source],
    [translator.t('field.purpose'), purpose && translator.t(`purpose.${purpose}`)],
    [translator.t('field.meeting'), meetings.find(({ id }) => id === meetingId)?.title],
    [translator.t('field.originalLanguage'), originalLanguage && languageName(originalLanguage, language)],
    [words.t('details.languages'), suppliedLanguages.map((supplied) => languageName(supplied, language)).join(', ')],
    [translator.t('field.receivedAt'), wordInstant(receivedAt ?? createdAt, group, translator)],
    [translator.t('field.publicationDue'), publicationDue && wordDate(publicationDue, language)],
    [translator.t('form.topic'), contribution.topic],
    [translator.t('form.actionRequired'), contribution.actionRequired],
    [translator.t('form.abstract'), contribution.abstract],
    [words.t('details.submittedBy'), createdBy.name],
    [words.t('details.file'), `${contribution.fileName} (${wordSize(contribution.size, language)})`]
  ];
  return <FactList facts={facts} />;
}
