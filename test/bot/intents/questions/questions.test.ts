import { Temporal } from 'temporal-polyfill';
import { recognise } from '../../../../src/bot/intents/recognise';
import { translatorFor } from '../../../../src/messages/allMessages';
import { LANGUAGES } from '../../../../src/rules/language';
import { workingGroup } from '../../../support/workingGroup';
import { ASKED_ON, labelledQuestions } from './labelledQuestions';
import type { Half } from './labelledQuestions';
import { verdictOf } from './measureQuestions';
import type { Verdict } from './measureQuestions';

const group = workingGroup();
const today = Temporal.PlainDate.from(ASKED_ON);

function verdicts(half: Half, language: (typeof LANGUAGES)[number]): Record<Verdict, string[]> {
  const found: Record<Verdict, string[]> = { right: [], askedBack: [], wrong: [] };
  for (const question of labelledQuestions(half, language)) {
    found[verdictOf(recognise(question.text, { group, today }).intent, question)].push(question.text);
  }
  return found;
}

describe('labelled questions', () => {
  it.each(LANGUAGES)('are at least sixty in each half in %s, none in both', (language) => {
    const [training, unseen] = (['training', 'unseen'] as const).map((half) => labelledQuestions(half, language).map(({ text }) => text));
    expect(Math.min(training.length, unseen.length)).toBeGreaterThanOrEqual(60);
    expect(unseen.filter((text) => training.includes(text))).toEqual([]);
  });

  it.each(LANGUAGES)('are understood in %s: nineteen of twenty that nothing was learnt from, and at most one of fifty wrongly', (language) => {
    const { right, askedBack, wrong } = verdicts('unseen', language);
    const count = right.length + askedBack.length + wrong.length;
    expect({ wrong, isRarelyWrong: wrong.length / count <= 0.02 }).toMatchObject({ isRarelyWrong: true });
    expect({ askedBack, isMostlyRight: right.length / count >= 0.95 }).toMatchObject({ isMostlyRight: true });
  });

  it.each(LANGUAGES)('tell the language in which they are asked: %s', (language) => {
    const mistaken = labelledQuestions('unseen', language).filter(({ text }) => (recognise(text, { group, today }).language ?? language) !== language);
    expect(mistaken.map(({ text }) => text)).toEqual([]);
  });
});

describe('the questions that the bot offers as examples', () => {
  const EXAMPLES = {
    'bot.ask.deadline': 'deadline',
    'bot.ask.languages': 'deadline',
    'bot.ask.interpretation': 'languageState',
    'bot.ask.contributions': 'contributionStatus',
    'bot.answer.ask.nextMeeting': 'nextMeeting',
    'bot.answer.ask.standing': 'standing',
    'bot.answer.ask.contributionStatus': 'contributionStatus',
    'bot.answer.ask.news': 'news',
    'bot.answer.ask.coordinator': 'coordinator',
    'bot.answer.ask.programme': 'programme',
    'bot.answer.ask.references': 'references',
    'bot.answer.ask.howToSubmit': 'howToSubmit',
    'bot.answer.ask.ownLanguage': 'ownLanguage',
    'bot.answer.ask.languageRequest': 'languageRequest',
    'bot.answer.ask.help': 'help'
  } as const;

  it.each(LANGUAGES)('are all understood in %s when somebody types them', (language) => {
    const keys = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];
    const understood = keys.map((key) => [key, recognise(translatorFor(language).t(key), { group, today, preferred: language }).intent.kind]);
    expect(Object.fromEntries(understood)).toEqual(EXAMPLES);
  });
});
