import type { Language } from '../../rules/language';
import { requestStateOf } from '../../rules/languageRequest';
import type { RequestStatus } from '../../rules/languageRequest';
import type { Meeting } from '../../rules/meeting';
import { representedBy } from '../../site/delegations';
import type { Delegation } from '../../site/delegations';
import { SiteError, isSiteError } from '../../site/errors';
import type { RequestSubject } from '../../site/languageRequests';
import type { CardOutcome } from '../cardOutcome';
import { messageCard } from '../cards/chooseCard';
import { noMeetingCard } from '../cards/deadlineCard';
import type { DeskCard } from '../cards/deskCard';
import { languageStateCard } from '../cards/languageStateCard';
import { selfRefreshing } from '../cards/refresh';
import { chooseDelegationCard, confirmWishCard, wishDoneCard } from '../cards/wishCards';
import type { LanguagesOfMeeting } from '../intents/intent';
import { isNamed, languageBoardOf, readMeetingLanguages } from '../languageBoard';
import type { LanguageWish, Wish, WishConfirmation } from '../languageWish';
import { PersonNotVerifiedError } from '../verifiedPerson';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';
import { chooseAmong } from './chooseMeeting';
import { comingMeetings, meetingMeant } from './meetingMeant';

/** A wish as far as it is known: the delegation may still have to be found. */
export type OpenWish = Omit<LanguageWish, 'delegationId'> & Partial<Pick<LanguageWish, 'delegationId'>>;

/** What is asked for and decided, about the meeting that a message means; a choice when several fit. */
export async function answerLanguageState({ languages, meeting }: LanguagesOfMeeting, isUnsure: boolean, parts: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, meetings, now } = context;
  const meant = meetingMeant(meeting, meetings, now, group.zone);
  return 'id' in meant ? stateOf(meant, languages, isUnsure, parts, context) : chooseAmong(meant, ({ id }) => ({ command: 'languages', meetingId: id, languages: [...languages] }), context);
}

/** The same about a meeting that was chosen on a card, or the next one. */
export async function answerLanguagesAt(meetingId: number | undefined, languages: readonly Language[], parts: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, meetings, now, deskUrl, translator } = context;
  const meeting = meetingId === undefined ? comingMeetings(meetings, now, group.zone).at(0) : meetings.find(({ id }) => id === meetingId);
  return meeting === undefined ? noMeetingCard(deskUrl, translator) : stateOf(meeting, languages, false, parts, context);
}

async function stateOf(meeting: Meeting, languages: readonly Language[], isUnsure: boolean, parts: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, now, deskUrl, translator, readerId, ownZone } = context;
  const board = languageBoardOf(meeting, await ownDelegations(parts, context), await parts.facts.languagesOf(meeting.id), group, now);
  const card = languageStateCard(board, { languages, isUnsure }, group, deskUrl, translator, ownZone);
  return isUnsure ? card : selfRefreshing(card, { command: 'languages', meetingId: meeting.id, languages: [...languages] }, translator.language, readerId);
}

/** Whom Teams does not vouch for sees what everybody sees, and so does a whole conversation. */
async function ownDelegations(parts: AnswerSources, { isPrivate }: AnswerContext): Promise<Delegation[]> {
  if (isPrivate !== true) {
    return [];
  }
  try {
    return representedBy(await parts.facts.delegations(), (await parts.person()).email);
  } catch (error) {
    if (error instanceof PersonNotVerifiedError) {
      return [];
    }
    throw error;
  }
}

/** Answers a wish that a message says: with a choice of the meeting when several fit, then as {@link answerWish}. */
export async function answerSpokenWish(wish: Wish, { languages, meeting }: LanguagesOfMeeting, parts: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, meetings, now } = context;
  const meant = meetingMeant(meeting, meetings, now, group.zone);
  return 'id' in meant
    ? answerWish({ wish, languages, meetingId: meant.id }, parts, context)
    : chooseAmong(meant, ({ id }) => ({ command: 'wish', wish, languages: [...languages], meetingId: id }), context);
}

/**
 * Answers a wish: with the question whether it is meant, with a choice of the delegation, or with why it cannot be.
 * Nothing is done yet.
 */
export async function answerWish(wish: OpenWish, parts: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, meetings, now, deskUrl, translator } = context;
  const say = (sentence: string): DeskCard => messageCard(sentence, deskUrl, translator);
  const meeting = comingMeetings(meetings, now, group.zone).find(({ id }) => id === wish.meetingId);
  if (meeting === undefined) {
    return say(translator.t('bot.language.meetingGone'));
  }
  const languages = wish.languages.filter((language) => language !== 'en' && group.languages.includes(language));
  if (languages.length === 0) {
    return say(translator.t('bot.language.english'));
  }
  let email: string;
  try {
    email = (await parts.person()).email;
  } catch (error) {
    if (error instanceof PersonNotVerifiedError) {
      return say(translator.t('bot.language.notVerified'));
    }
    throw error;
  }
  const known = representedBy(await parts.facts.delegations(), email);
  // Whom the secretariat has just entered is not refused because of what was read before.
  const own = known.length > 0 ? known : representedBy(await parts.site.delegations.all(), email);
  if (own.length === 0) {
    return say(translator.t('bot.language.noDelegation', { address: group.secretariatAddress }));
  }
  const delegation = own.length === 1 ? own[0] : own.find(({ id }) => id === wish.delegationId);
  if (delegation === undefined) {
    return chooseDelegationCard(own, ({ id }) => ({ command: 'wish', wish: wish.wish, languages, meetingId: meeting.id, delegationId: id }), deskUrl, translator);
  }
  const board = languageBoardOf(meeting, own, await parts.facts.languagesOf(meeting.id), group, now);
  return confirmWishCard({ wish: wish.wish, languages, meetingId: meeting.id, delegationId: delegation.id }, delegation, board, group, translator);
}

/**
 * Carries out a wish that was confirmed on a card, for whoever pressed the button: verified again, and only for a
 * delegation that they speak for. The card becomes what the site holds then; it stays when nothing could be done.
 * @throws SiteError when the site fails; pressing again does what was not done yet
 */
export async function confirmWish({ wish, isConfirmed }: WishConfirmation, parts: AnswerSources, context: AnswerContext): Promise<CardOutcome> {
  const { group, meetings, now, deskUrl, translator, isPrivate } = context;
  const { email } = await parts.person();
  const all = await parts.site.delegations.all();
  const own = representedBy(all, email);
  const delegation = own.find(({ id }) => id === wish.delegationId);
  if (delegation === undefined) {
    return { kind: 'message', text: translator.t('bot.language.notYours', { address: group.secretariatAddress }) };
  }
  if (!isConfirmed) {
    return { kind: 'card', card: messageCard(translator.t('bot.language.cancelled'), deskUrl, translator) };
  }
  const meeting = comingMeetings(meetings, now, group.zone).find(({ id }) => id === wish.meetingId);
  const languages = wish.languages.filter((language) => language !== 'en' && group.languages.includes(language));
  if (meeting === undefined || languages.length === 0) {
    return { kind: 'card', card: messageCard(translator.t(meeting === undefined ? 'bot.language.meetingGone' : 'bot.language.english'), deskUrl, translator) };
  }
  const changed: Language[] = [];
  try {
    for (const language of languages) {
      if (await carryOut(wish.wish, { meetingId: meeting.id, language, delegation: delegation.name }, email, delegation, parts)) {
        changed.push(language);
      }
    }
  } catch (error) {
    if (isSiteError(error, 'notAllowed', 'invalid')) {
      return { kind: 'message', text: translator.t('bot.language.notRecorded', { address: group.secretariatAddress }) };
    }
    throw error;
  }
  parts.facts.changed('languageRequests');
  const board = languageBoardOf(meeting, own, await readMeetingLanguages(parts.site, meeting.id), group, now);
  const said = { ...wish, languages: changed.length === 0 ? languages : changed };
  return { kind: 'card', card: wishDoneCard({ wish: said, delegation, hasChanged: changed.length > 0, ...(isPrivate === undefined ? {} : { isPrivate }) }, board, group, deskUrl, translator) };
}

/** @returns false when it stood so already */
async function carryOut(wish: Wish, subject: RequestSubject, by: string, delegation: Delegation, parts: AnswerSources): Promise<boolean> {
  const { languageRequests } = parts.site;
  const wanted: RequestStatus = wish === 'ask' ? 'active' : 'withdrawn';
  const before = await standing(subject, delegation, parts);
  if (before === wanted || (before === undefined && wish === 'withdraw')) {
    return false;
  }
  await (wish === 'ask' ? languageRequests.ask(subject, by) : languageRequests.withdraw(subject, by));
  if ((await standing(subject, delegation, parts)) !== wanted) {
    // Somebody who may not wrote the same into the row; it can be written again when that has been put right.
    throw new SiteError('changedByOthers', `The history of request ${subject.meetingId}/${subject.language} does not say what was asked`);
  }
  return true;
}

/** What a request says by its history: the row alone can be written by anybody who may ask. */
async function standing(subject: RequestSubject, delegation: Delegation, { site }: AnswerSources): Promise<RequestStatus | undefined> {
  const listed = (await site.languageRequests.ofMeeting(subject.meetingId)).find(({ language, delegation: name }) => language === subject.language && isNamed(delegation, name));
  if (listed === undefined || listed.status === 'refused') {
    return undefined;
  }
  const [versions, service] = await Promise.all([site.languageRequests.versions(listed.id), site.languageRequests.ownAccount()]);
  const speakers = new Set(delegation.representatives);
  // The secretariat asks for a delegation that wrote to it.
  for (const { writtenBy } of versions) {
    if (!speakers.has(writtenBy) && writtenBy !== service && (await site.isSecretariat(writtenBy))) {
      speakers.add(writtenBy);
    }
  }
  const voices = { maySpeak: (address: string) => speakers.has(address), isService: (account: string) => account === service };
  return requestStateOf(versions, voices)?.status;
}
