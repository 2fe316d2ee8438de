import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../rules/language';
import { quietUntil } from '../../rules/quietHours';
import { ATTENTION_KIND, wantsReminder } from '../../rules/reminderSettings';
import type { ReminderSettings } from '../../rules/reminderSettings';
import { planReminders } from '../../rules/reminderPlan';
import { isSubscribed } from '../../rules/subscription';
import type { CardOutcome } from '../cardOutcome';
import { messageCard } from '../cards/chooseCard';
import type { DeskCard } from '../cards/deskCard';
import { subscriptionCard } from '../cards/subscriptionCard';
import type { SubscriptionCardParts } from '../cards/subscriptionCard';
import { storePlace } from '../conversation';
import type { ReminderWish } from '../intents/intent';
import { checkSubscription } from '../reminderSubscription';
import type { SubscriptionAnswer } from '../reminderSubscription';
import { PersonNotVerifiedError } from '../verifiedPerson';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** How the reminders stand. */
interface Subscription {
  readonly isOn: boolean;
  readonly settings: ReminderSettings;
}

/**
 * Does what somebody wants of the reminders in a conversation: a person for their own chat, an owner of the team or the
 * secretariat for a channel, and the secretariat for a group chat. The answer says how they stand then.
 * @param language the one in which they are to come, when the message names one
 * @throws SiteError
 */
export async function answerReminders(wish: ReminderWish, language: Language | undefined, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { deskUrl, translator } = context;
  try {
    const known = await subscriptionHere(sources, context);
    if (wish === 'show' && language === undefined) {
      return cardOf(known, sources, context);
    }
    const refusal = await refusalOf(sources, context);
    if (refusal !== undefined) {
      return messageCard(refusal, deskUrl, translator);
    }
    const wanted: Subscription = {
      isOn: wish === 'show' ? known.isOn : wish === 'on',
      settings: language === undefined ? known.settings : { ...known.settings, language }
    };
    await save(wanted, sources, context);
    return cardOf(wanted, sources, context);
  } catch (error) {
    if (!(error instanceof PersonNotVerifiedError)) {
      throw error;
    }
    return messageCard(translator.t('bot.subscribe.notVerified'), deskUrl, translator);
  }
}

/**
 * Records what was sent from the card about reminders, for whoever may; see {@link answerReminders}. For everybody else the
 * card stays as it is.
 * @throws SiteError
 * @throws PersonNotVerifiedError
 */
export async function saveSubscription({ isOn, typed }: SubscriptionAnswer, sources: AnswerSources, context: AnswerContext): Promise<CardOutcome> {
  const refusal = await refusalOf(sources, context);
  if (refusal !== undefined) {
    return { kind: 'message', text: refusal };
  }
  const known = await subscriptionHere(sources, context);
  const checked = checkSubscription(typed, known.settings, await isOfSecretariat(sources));
  if ('problem' in checked && isOn) {
    return { kind: 'card', card: await cardOf(known, sources, context, { typed, problem: checked.problem }) };
  }
  // Who stops the reminders need not have filled in the form.
  const wanted: Subscription = { isOn, settings: 'settings' in checked ? checked.settings : known.settings };
  await save(wanted, sources, context);
  return { kind: 'card', card: await cardOf(wanted, sources, context) };
}

/** @returns why the sender may not, in words; undefined when they may */
async function refusalOf(sources: AnswerSources, { group, translator }: AnswerContext): Promise<string | undefined> {
  const { here } = sources;
  if (here.kind === 'personal' || (await isOfSecretariat(sources)) || (await here.ownsTeam())) {
    return undefined;
  }
  return translator.t(here.kind === 'channel' ? 'bot.subscribe.ownersOnly' : 'bot.subscribe.secretariatOnly', { address: group.secretariatAddress });
}

/** Whether the sender belongs to the secretariat, as the site says it of whom Teams names. @throws PersonNotVerifiedError */
async function isOfSecretariat({ site, person }: AnswerSources): Promise<boolean> {
  return site.isSecretariat((await person()).email);
}

/** Whether the card offers the sender what only the secretariat may choose; not when nobody knows who they are. */
async function mayChooseAttention(sources: AnswerSources): Promise<boolean> {
  try {
    return await isOfSecretariat(sources);
  } catch (error) {
    if (!(error instanceof PersonNotVerifiedError)) {
      throw error;
    }
    return false;
  }
}

async function subscriptionHere({ site, here, person }: AnswerSources, { translator }: AnswerContext): Promise<Subscription> {
  const unknown: ReminderSettings = { language: translator.language, kinds: [] };
  if (here.kind === 'personal') {
    const chat = await site.personalChats.byKey((await person()).key);
    return { isOn: chat?.wantsReminders ?? false, settings: chat?.reminders ?? unknown };
  }
  const channel = await site.channels.byKey(here.place.key);
  // A conversation that is not entered yet will be, by the message itself, and gets all reminders.
  return { isOn: channel === undefined || channel.status === 'active', settings: channel ?? unknown };
}

async function save({ isOn, settings }: Subscription, { site, here, person }: AnswerSources, { translator }: AnswerContext): Promise<void> {
  const { key, reference } = { key: here.place.key, reference: storePlace(here.place) };
  if (here.kind === 'personal') {
    const { key: personKey, email } = await person();
    const known = await site.personalChats.byKey(personKey);
    await site.personalChats.remember({ personKey, email, reference, language: known?.language ?? translator.language });
    await site.personalChats.subscribe(personKey, settings, isOn);
    return;
  }
  await site.channels.upsert({ conversationKey: key, reference, language: settings.language, kinds: settings.kinds });
  await site.channels.subscribe(key, settings, isOn ? 'active' : 'paused');
}

async function cardOf({ isOn, settings }: Subscription, sources: AnswerSources, context: AnswerContext, rejected?: SubscriptionCardParts['rejected']): Promise<DeskCard> {
  const { here } = sources;
  const { group, deskUrl, translator } = context;
  const nextAt = nextReminder(settings, context);
  return subscriptionCard({
    whose: here.kind === 'personal' ? 'own' : 'shared',
    isOn,
    settings,
    offersAttention: wantsReminder(settings, [ATTENTION_KIND]) || (await mayChooseAttention(sources)),
    ...(nextAt === undefined ? {} : { nextAt }),
    group,
    deskUrl,
    translator,
    ...(rejected === undefined ? {} : { rejected })
  });
}

/** When the next reminder of a deadline comes that is wanted. */
function nextReminder(settings: ReminderSettings, { meetings, group, now }: AnswerContext): Temporal.Instant | undefined {
  const coming = meetings
    .flatMap((meeting) => planReminders(meeting, group))
    .filter(({ dueAt, deadlines }) => dueAt.epochMilliseconds > now.epochMilliseconds && deadlines.some(({ kind }) => isSubscribed(settings, kind)))
    .map(({ dueAt, deadlines }) => quietUntil(dueAt.toInstant(), deadlines[0].closesAt.toInstant(), settings.quietHours, group.zone) ?? dueAt.toInstant());
  return coming.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds).at(0);
}

/**
 * Reminds the sender in their own chat, wherever they asked; the chat must be known, because the bot may not begin one.
 * @throws SiteError
 */
export async function remindMe(sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { deskUrl, translator } = context;
  if (sources.here.kind === 'personal') {
    return answerReminders('on', undefined, sources, context);
  }
  try {
    const { key } = await sources.person();
    const chat = await sources.site.personalChats.byKey(key);
    if (chat === undefined) {
      return messageCard(translator.t('bot.subscribe.inChatFirst'), deskUrl, translator);
    }
    await sources.site.personalChats.subscribe(key, chat.reminders, true);
    return messageCard(translator.t('bot.subscribe.own.onInChat'), deskUrl, translator);
  } catch (error) {
    if (!(error instanceof PersonNotVerifiedError)) {
      throw error;
    }
    return messageCard(translator.t('bot.subscribe.notVerified'), deskUrl, translator);
  }
}
