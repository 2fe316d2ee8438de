import { wordDate, wordInstant } from '../../../../messages/dates';
import type { WebPartKey } from '../../../../messages/loadMessages';
import { languageName } from '../../../../messages/locale';
import type { Translator } from '../../../../messages/translator';
import type { Meeting } from '../../../../rules/meeting';
import type { StandingDecision } from '../../../../rules/standing';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { Arrival, LanguageVersion, SubmissionDetails } from '../submission/submission';

/** What a receipt is about. */
export interface ReceiptFacts {
  readonly arrival: Arrival;
  readonly details: SubmissionDetails;
  readonly versions: readonly LanguageVersion[];
  readonly meeting: Meeting | undefined;
  readonly decision: StandingDecision | undefined;
  /** The document's symbol, once it has one. */
  readonly symbol: string | undefined;
  readonly group: WorkingGroup;
  readonly translator: Translator<WebPartKey>;
}

/** A line of the receipt. */
export interface ReceiptLine {
  readonly label: string;
  readonly value: string;
}

/** The lines of a receipt, the same on the page, on paper and as text. */
export function receiptLines({ arrival, details, meeting, decision, symbol, group, translator }: ReceiptFacts): ReceiptLine[] {
  const { t, language } = translator;
  return [
    { label: t('receipt.arrival'), value: wordInstant(arrival.receivedAt, group, translator) },
    { label: t('field.title'), value: details.title.trim() },
    { label: t('field.source'), value: details.source.trim() },
    ...(meeting === undefined ? [] : [{ label: t('field.meeting'), value: meeting.title }]),
    ...(details.purpose === undefined ? [] : [{ label: t('field.purpose'), value: t(`purpose.${details.purpose}`) }]),
    ...(details.originalLanguage === undefined ? [] : [{ label: t('field.originalLanguage'), value: languageName(details.originalLanguage, language) }]),
    ...(decision === undefined ? [] : [{ label: t('field.standing'), value: t(`standing.${decision.standing}`) }]),
    ...(decision?.publicationDue === undefined ? [] : [{ label: t('field.publicationDue'), value: wordDate(decision.publicationDue, language) }]),
    { label: t('field.symbol'), value: symbol ?? t('receipt.numberPending') },
    { label: t('receipt.fileName'), value: arrival.fileName }
  ];
}

/** A line for each language version that has arrived; on paper and as text. */
export function versionLines({ versions, translator }: ReceiptFacts): ReceiptLine[] {
  return versions.flatMap(({ phase, language }) =>
    phase.step === 'received' && language !== undefined
      ? [{ label: translator.t('version.in', { language: languageName(language, translator.language) }), value: phase.arrival.fileName }]
      : []
  );
}

/** A receipt as text, to be pasted into a message. */
export function receiptText(facts: ReceiptFacts): string {
  const { group, translator } = facts;
  const lines = [...receiptLines(facts), ...versionLines(facts)].map(({ label, value }) => `${label}: ${value}`);
  return [`${translator.t('receipt.title')} · ${group.acronym}`, '', ...lines].join('\n');
}
