import type { WebPartKey } from '../../../../messages/loadMessages';
import type { SecretariatKey } from '../../../../messages/loadSecretariat';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import type { Translator } from '../../../../messages/translator';
import type { Meeting } from '../../../../rules/meeting';
import type { Contribution } from '../../../../site/contribution';

/** What differs between a document as it was shown and as it is now, each in a sentence. */
export function changesOfDocument(
  shown: Contribution,
  now: Contribution,
  meetings: readonly Meeting[],
  translator: Translator<WebPartKey>,
  words: Translator<SecretariatKey>
): string[] {
  const before = valuesOf(shown, meetings, translator);
  const after = valuesOf(now, meetings, translator);
  const empty = words.t('action.stale.empty');
  const changes = before.flatMap(([field, value], index) => {
    const [, newer] = after[index];
    return value === newer ? [] : [words.t('action.stale.change', { field, before: isolate(value ?? empty), after: isolate(newer ?? empty) })];
  });
  return shown.sha256 !== undefined && shown.sha256 !== now.sha256 ? [...changes, words.t('action.stale.content')] : changes;
}

function valuesOf(contribution: Contribution, meetings: readonly Meeting[], translator: Translator<WebPartKey>): (readonly [string, string | undefined])[] {
  const { title, source, purpose, meetingId, originalLanguage, docSymbol, docStatus, standing } = contribution;
  return [
    [translator.t('field.title'), title],
    [translator.t('field.source'), source],
    [translator.t('field.purpose'), purpose && translator.t(`purpose.${purpose}`)],
    [translator.t('field.meeting'), meetings.find(({ id }) => id === meetingId)?.title],
    [translator.t('field.originalLanguage'), originalLanguage && languageName(originalLanguage, translator.language)],
    [translator.t('field.symbol'), docSymbol],
    [translator.t('field.status'), docStatus && translator.t(`docStatus.${docStatus}`)],
    [translator.t('field.standing'), standing && translator.t(`standing.${standing}`)]
  ];
}
