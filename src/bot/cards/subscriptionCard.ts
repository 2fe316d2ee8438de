import type { IChoiceSetInput, IExecuteAction, ITimeInput } from '@microsoft/teams.cards';
import { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordInstant } from '../../messages/dates';
import { languageName, localeOf } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import { LANGUAGES } from '../../rules/language';
import { POSTING_MODES } from '../../rules/reminderSettings';
import type { ReminderSettings } from '../../rules/reminderSettings';
import type { WorkingGroup } from '../../rules/workingGroup';
import { ATTENTION_TOPIC, REMINDER_TOPICS, topicsOf } from '../reminderSubscription';
import type { SubscriptionProblem, TypedSubscription } from '../reminderSubscription';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { CardElement, DeskCard } from './deskCard';

/** The verb of the buttons about reminders. */
export const SUBSCRIBE_VERB = 'subscribe';

/** What the card is made from. */
export interface SubscriptionCardParts {
  /** Whose reminders they are: a person's own, or those of a channel or group chat. */
  readonly whose: 'own' | 'shared';
  readonly isOn: boolean;
  readonly settings: ReminderSettings;
  /** Whether it is offered to be told what needs the secretariat's attention. */
  readonly offersAttention: boolean;
  /** When the next one comes; undefined when none is foreseen. */
  readonly nextAt?: Temporal.Instant;
  readonly group: WorkingGroup;
  readonly deskUrl: string;
  readonly translator: Translator<MessageKey>;
  /** What was sent already and could not be taken: it stays in its fields. */
  readonly rejected?: { readonly typed: TypedSubscription; readonly problem: SubscriptionProblem };
}

/** How the reminders stand in a conversation, with the form to change it. */
export function subscriptionCard(parts: SubscriptionCardParts): DeskCard {
  const { whose, isOn, rejected, deskUrl, translator } = parts;
  const sentence = translator.t(`bot.subscribe.${whose}.${isOn ? 'on' : 'off'}`);
  return deskCard(
    rejected === undefined ? sentence : translator.t(`bot.subscribe.problem.${rejected.problem}`),
    [...(rejected === undefined ? stateRows(parts) : []), ...formOf(parts), paragraph(translator.t('bot.subscribe.quiet.rule'), { isSubtle: true, size: 'Small' })],
    [
      answerButton(translator.t(isOn ? 'bot.subscribe.save' : `bot.subscribe.${whose}.resume`), true, translator),
      ...(isOn ? [answerButton(translator.t(`bot.subscribe.${whose}.stop`), false, translator)] : []),
      openDeskButton(deskUrl, translator)
    ],
    translator
  );
}

/** What the form below does not say at a glance. */
function stateRows({ isOn, settings: { quietHours }, nextAt, group, translator }: SubscriptionCardParts): CardElement[] {
  const quiet = (): string =>
    quietHours === undefined
      ? translator.t('bot.subscribe.quiet.none')
      : translator.t('bot.subscribe.quiet.range', { from: time(quietHours.from, translator), to: time(quietHours.to, translator), zone: group.zoneName[translator.language] });
  return isOn
    ? factRows([
        ...(nextAt === undefined ? [] : [{ label: translator.t('bot.subscribe.next'), value: wordInstant(nextAt, group, translator) }]),
        { label: translator.t('bot.subscribe.quiet'), value: quiet() }
      ])
    : [];
}

function formOf({ settings, offersAttention, group, translator, rejected }: SubscriptionCardParts): CardElement[] {
  const { language } = translator;
  const clock = (at: Temporal.PlainTime | undefined): string => at?.toString({ smallestUnit: 'minute' }) ?? '';
  const known: TypedSubscription = rejected?.typed ?? {
    topics: topicsOf(settings).join(','),
    reminderLanguage: settings.language,
    mode: settings.mode ?? 'single',
    quietFrom: clock(settings.quietHours?.from),
    quietTo: clock(settings.quietHours?.to)
  };
  const zone = group.zoneName[language];
  const topics: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'topics',
    label: translator.t('bot.subscribe.topics'),
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    value: known.topics,
    choices: [...REMINDER_TOPICS, ...(offersAttention ? [ATTENTION_TOPIC] : [])].map((topic) => ({ value: topic, title: translator.t(`bot.subscribe.topic.${topic}`) }))
  };
  const modes: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'mode',
    label: translator.t('bot.subscribe.mode'),
    style: 'expanded',
    wrap: true,
    value: known.mode,
    choices: POSTING_MODES.map((mode) => ({ value: mode, title: translator.t(`bot.subscribe.mode.${mode}`, { time: time(Temporal.PlainTime.from({ hour: group.reminderHour }), translator) }) }))
  };
  const languages: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'reminderLanguage',
    label: translator.t('bot.subscribe.language'),
    style: 'compact',
    value: known.reminderLanguage,
    choices: LANGUAGES.map((each) => ({ value: each, title: languageName(each, language) }))
  };
  return [
    topics,
    modes,
    languages,
    timeInput('quietFrom', translator.t('bot.subscribe.quiet.from', { zone }), known.quietFrom, translator),
    timeInput('quietTo', translator.t('bot.subscribe.quiet.to', { zone }), known.quietTo, translator)
  ];
}

function time(at: Temporal.PlainTime, { language }: Translator<MessageKey>): string {
  return at.toLocaleString(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function timeInput(id: 'quietFrom' | 'quietTo', label: string, value: string, translator: Translator<MessageKey>): ITimeInput {
  return { type: 'Input.Time', id, label, placeholder: translator.t('bot.subscribe.quiet.none'), ...(value === '' ? {} : { value }) };
}

/** `Action.Execute` with the same as `Action.Submit` for clients that do not know it; see the completion card. */
function answerButton(title: string, isOn: boolean, translator: Translator<MessageKey>): IExecuteAction {
  const data = { language: translator.language, desk: { command: 'subscribe', isOn } };
  return { type: 'Action.Execute', verb: SUBSCRIBE_VERB, title, data, ...(isOn ? { style: 'positive' as const } : {}), fallback: { type: 'Action.Submit', title, data } };
}
