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
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard } from './deskCard';
import { documentName } from './documentName';

/** The part of the recorded findings that the card tells. */
const findingsSchema = v.array(v.object({ code: v.string(), parameters: v.record(v.string(), v.union([v.string(), v.number()])) }));
const FIELDS = ['title', 'source', 'originalLanguage', 'purpose', 'meeting'] as const;

/**
 * The state of a contribution. It names the entity that the contribution comes from and no person: whoever asks the
 * bot need not be the one who sent it.
 * @param meeting the meeting that it is for, if it says so
 */
export function contributionCard(
  contribution: Contribution,
  meeting: Meeting | undefined,
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const document = documentName(contribution, group, translator);
  return deskCard(
    translator.t(`bot.contribution.state.${contribution.docStatus ?? 'unchecked'}`, { document }),
    factRows(factsOf(contribution, meeting, group, translator)),
    [{ type: 'Action.OpenUrl', title: translator.t('bot.openDocument'), url: contribution.url }, openDeskButton(deskUrl, translator)],
    translator
  );
}

function factsOf(contribution: Contribution, meeting: Meeting | undefined, group: WorkingGroup, translator: Translator<MessageKey>): Fact[] {
  const { source, purpose, receivedAt, standing, originalLanguage, docStatus } = contribution;
  // What will be done and by when is of interest until it is done.
  const isSettled = docStatus === 'published' || docStatus === 'withdrawn';
  const publicationDue = isSettled ? undefined : contribution.publicationDue;
  const { language } = translator;
  const { missing, others } = problemsOf(contribution, translator);
  const rows: (Fact | undefined)[] = [
    missing.length === 0 ? undefined : { label: translator.t('bot.contribution.missing'), value: missing.join(', ') },
    others.length === 0 ? undefined : { label: translator.t('docStatus.needsAttention'), value: others.join(' ') },
    standing === undefined
      ? undefined
      : { label: translator.t('field.standing'), value: translator.t(`standing.${standing}`), ...(isSettled ? {} : reasonOf(contribution, meeting, group, translator)) },
    receivedAt === undefined ? undefined : { label: translator.t('field.receivedAt'), value: wordInstant(receivedAt, group, translator) },
    publicationDue === undefined ? undefined : { label: translator.t('field.publicationDue'), value: wordDate(publicationDue, language) },
    source === undefined ? undefined : { label: translator.t('field.source'), value: source },
    purpose === undefined ? undefined : { label: translator.t('field.purpose'), value: translator.t(`purpose.${purpose}`) },
    originalLanguage === undefined ? undefined : { label: translator.t('field.originalLanguage'), value: languageName(originalLanguage, language) },
    meeting === undefined ? undefined : { label: translator.t('field.meeting'), value: meeting.title, note: wordDate(meeting.start, language) }
  ];
  return rows.flatMap((row) => row ?? []);
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

/** What is wrong with a document that needs attention: the fields that are missing, and the sentences of other findings. */
function problemsOf({ docStatus, findings }: Contribution, translator: Translator<MessageKey>): { missing: string[]; others: string[] } {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), findingsSchema), findings);
  const found = docStatus === 'needsAttention' && parsed.success ? parsed.output : [];
  const missing = found.filter(({ code }) => code === 'metadataMissing').map(({ parameters }) => parameters.field);
  return {
    missing: FIELDS.filter((field) => missing.includes(field)).map((field) => translator.t(`field.${field}`)),
    others: found.filter(({ code }) => code !== 'metadataMissing').flatMap((each) => wordFinding(each, translator) ?? [])
  };
}

/** @returns undefined for a finding that cannot be worded: the column is JSON that anybody who may edit can write */
function wordFinding({ code, parameters }: { code: string; parameters: Record<string, string | number> }, translator: Translator<MessageKey>): string | undefined {
  const key = `finding.${code}`;
  try {
    return isMessageKey(key) ? translator.t(key, parameters) : undefined;
  } catch {
    return undefined;
  }
}
