import * as v from 'valibot';
import { isMessageKey } from '../../messages/allMessages';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate, wordInstant } from '../../messages/dates';
import { languageName } from '../../messages/locale';
import { wordStandingReason } from '../../messages/standing';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import { standingOf } from '../../rules/standing';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import type { Fact } from './deskCard';

/** The part of the recorded findings that a card tells. */
const findingsSchema = v.array(v.object({ code: v.string(), parameters: v.record(v.string(), v.union([v.string(), v.number()])) }));

/** The fields that complete a contribution, in the order of the form. */
export const FORM_FIELDS = ['title', 'source', 'originalLanguage', 'purpose', 'meeting'] as const;
/** One of {@link FORM_FIELDS}. */
export type FormField = (typeof FORM_FIELDS)[number];

/** What is wrong with a document that needs attention. */
export interface Problems {
  /** Fields of the form that have no value. */
  readonly missing: readonly FormField[];
  /** The sentences of all other findings. */
  readonly others: readonly string[];
}

/** What is wrong with a contribution, in words; nothing unless its state says that it needs attention. */
export function problemsOf({ docStatus, findings }: Contribution, translator: Translator<MessageKey>): Problems {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), findingsSchema), findings);
  const found = docStatus === 'needsAttention' && parsed.success ? parsed.output : [];
  const missing = found.filter(({ code }) => code === 'metadataMissing').map(({ parameters }) => parameters.field);
  return {
    missing: FORM_FIELDS.filter((field) => missing.includes(field)),
    others: found.filter(({ code }) => code !== 'metadataMissing').flatMap((each) => wordFinding(each, translator) ?? [])
  };
}

/** @returns undefined for a finding that cannot be worded: the column is JSON that anybody who may edit can write */
export function wordFinding({ code, parameters }: { readonly code: string; readonly parameters: Readonly<Record<string, string | number>> }, translator: Translator<MessageKey>): string | undefined {
  const key = `finding.${code}`;
  try {
    return isMessageKey(key) ? translator.t(key, parameters) : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a contribution, as rows of a card. */
export function problemFacts({ missing, others }: Problems, translator: Translator<MessageKey>): Fact[] {
  return rows([
    missing.length === 0 ? undefined : { label: translator.t('bot.contribution.missing'), value: missing.map((field) => translator.t(`field.${field}`)).join(', ') },
    others.length === 0 ? undefined : { label: translator.t('docStatus.needsAttention'), value: others.join(' ') }
  ]);
}

/** What the deadlines make of a contribution, when it arrived and by when it is to be published, as rows of a card. */
export function standingFacts(contribution: Contribution, meeting: Meeting | undefined, group: WorkingGroup, translator: Translator<MessageKey>): Fact[] {
  const { receivedAt, standing, docStatus, publicationDue } = contribution;
  // What will be done and by when is of interest until it is done.
  const isSettled = docStatus === 'published' || docStatus === 'withdrawn';
  return rows([
    standing === undefined
      ? undefined
      : { label: translator.t('field.standing'), value: translator.t(`standing.${standing}`), ...(isSettled ? {} : reasonOf(contribution, meeting, group, translator)) },
    receivedAt === undefined ? undefined : { label: translator.t('field.receivedAt'), value: wordInstant(receivedAt, group, translator) },
    publicationDue === undefined || isSettled ? undefined : { label: translator.t('field.publicationDue'), value: wordDate(publicationDue, translator.language) }
  ]);
}

/** What the form of a contribution says, as rows of a card. */
export function formFacts(contribution: Contribution, meeting: Meeting | undefined, translator: Translator<MessageKey>): Fact[] {
  const { purpose, originalLanguage } = contribution;
  const { language } = translator;
  return rows([
    sourceFact(contribution, translator),
    purpose === undefined ? undefined : { label: translator.t('field.purpose'), value: translator.t(`purpose.${purpose}`) },
    originalLanguage === undefined ? undefined : { label: translator.t('field.originalLanguage'), value: languageName(originalLanguage, language) },
    meetingFact(meeting, translator)
  ]);
}

/** Who a contribution is from and for which meeting, where there is room for no more. */
export function originFacts(contribution: Contribution, meeting: Meeting | undefined, translator: Translator<MessageKey>): Fact[] {
  return rows([sourceFact(contribution, translator), meetingFact(meeting, translator)]);
}

function sourceFact({ source }: Contribution, translator: Translator<MessageKey>): Fact | undefined {
  return source === undefined ? undefined : { label: translator.t('field.source'), value: source };
}

function meetingFact(meeting: Meeting | undefined, translator: Translator<MessageKey>): Fact | undefined {
  return meeting === undefined ? undefined : { label: translator.t('field.meeting'), value: meeting.title, note: wordDate(meeting.start, translator.language) };
}

/**
 * Why it has its standing. Left out when the deadlines of today would decide otherwise than they did when it
 * arrived, or when the meeting or purpose that decided is not recorded.
 */
function reasonOf(
  { purpose, receivedAt, standing }: Contribution,
  meeting: Meeting | undefined,
  group: WorkingGroup,
  translator: Translator<MessageKey>
): { note?: string } {
  if (purpose === undefined || receivedAt === undefined || meeting === undefined) {
    return {};
  }
  const decision = standingOf(purpose, receivedAt, meeting, group);
  return decision.standing === standing ? { note: wordStandingReason(decision, group, translator) } : {};
}

function rows(facts: readonly (Fact | undefined)[]): Fact[] {
  return facts.flatMap((fact) => fact ?? []);
}
