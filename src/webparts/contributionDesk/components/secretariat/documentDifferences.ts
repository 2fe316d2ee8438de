import type { WebPartKey } from '../../../../messages/loadMessages';
import { languageName } from '../../../../messages/locale';
import type { Translator } from '../../../../messages/translator';
import type { Meeting } from '../../../../rules/meeting';
import type { Contribution } from '../../../../site/contribution';

/** A field that differs between two states of a document; undefined where it is empty. */
export interface DocumentDifference {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** What differs between a document as it was shown and as it is now, in words; its content is not among them. */
export function documentDifferences(shown: Contribution, now: Contribution, meetings: readonly Meeting[], translator: Translator<WebPartKey>): DocumentDifference[] {
  const after = valuesOf(now, meetings, translator);
  return valuesOf(shown, meetings, translator)
    .map(([field, before], index) => ({ field, before, after: after[index][1] }))
    .filter(({ before, after: newer }) => before !== newer);
}

/** Whether the service found another content in it since. */
export function isOtherContent(shown: Contribution, now: Contribution): boolean {
  return shown.sha256 !== undefined && shown.sha256 !== now.sha256;
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
