import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Intent, Recognition } from '../../../src/bot/intents/intent';
import { recognise } from '../../../src/bot/intents/recognise';
import type { Language } from '../../../src/rules/language';
import { workingGroup } from '../../support/workingGroup';

const group = workingGroup();
/** A Monday. */
const today = Temporal.PlainDate.from('2020-08-10');

function understood(text: string, preferred?: Language, previous?: Intent): Recognition {
  return recognise(text, { group, today, ...(preferred === undefined ? {} : { preferred }), ...(previous === undefined ? {} : { previous }) });
}

describe('the recognition of questions', () => {
  it.each([
    ['When is the next deadline?', 'en', 'any'],
    ['deadline', 'en', 'any'],
    ['what are the deadlines', 'en', 'any'],
    ['Until when can I send a contribution?', 'en', 'contributions'],
    ['When must contributions be sent to be translated?', 'en', 'translation'],
    ['By when do we have to submit our proposals?', 'en', 'contributions'],
    ['How long do we have left to send a document for information?', 'en', 'information'],
    ['Until when can we ask for interpretation into Spanish?', 'en', 'interpretation'],
    ['deadline for language requests', 'en', 'interpretation'],
    ['Quel est le prochain délai ?', 'fr', 'any'],
    ['Quelle est la prochaine échéance ?', 'fr', 'any'],
    ['Quelle est la date limite pour les contributions ?', 'fr', 'contributions'],
    ["Jusqu’à quand peut-on envoyer une contribution ?", 'fr', 'contributions'],
    ["Jusqu'à quand peut-on demander l'interprétation ?", 'fr', 'interpretation'],
    ['Combien de jours reste-t-il pour soumettre une contribution pour information ?', 'fr', 'information'],
    ['QUEL EST LE DELAI', 'fr', 'any']
  ])('understands “%s” as a question about deadlines', (text, language, topic) => {
    expect(understood(text)).toEqual({ intent: { kind: 'deadline', topic, meeting: expect.anything() }, language });
  });

  it.each([
    ['Where is contribution 5?', 'en', { series: 'document', number: 5 }],
    ['What is the status of TDAG-WG-SOP/5(Rev.1)-F?', 'en', { series: 'document', number: 5, part: { kind: 'revision', count: 1 }, language: 'fr' }],
    ['has document 12 been published', 'en', { series: 'document', number: 12 }],
    ['Où en est la contribution 5 ?', 'fr', { series: 'document', number: 5 }],
    ['Où est le document n° 7 ?', 'fr', { series: 'document', number: 7 }],
    ['Quel est l’état de DT/1 ?', 'fr', { series: 'temporary', number: 1 }],
    ['/5-e', undefined, { series: 'document', number: 5, language: 'en' }],
    ['tdag-wg-sop/35', undefined, { series: 'document', number: 35 }]
  ])('finds the document in “%s”', (text, language, symbol) => {
    expect(understood(text)).toEqual({
      intent: { kind: 'contributionStatus', symbol, titleWords: [] },
      ...(language === undefined ? {} : { language })
    });
  });

  it('takes September by its Levantine name, with a hamza above a letter, for a month', () => {
    expect(understood('وإذا وصلت المساهمة في ٢٠ أيلول؟ هل تكون متأخرة').intent).toMatchObject({ kind: 'standing', arrivesOn: Temporal.PlainDate.from('2020-09-20') });
  });

  it('takes the day of a date for no document', () => {
    expect(understood('When is the deadline for the meeting on 1 October?').intent).toMatchObject({ kind: 'deadline', topic: 'any' });
  });

  it.each([
    ['Where is the contribution on rural connectivity?', 'en', ['rural', 'connectivity']],
    ['What is the status of our paper about "strategic indicators"?', 'en', ['strategic', 'indicators']],
    ['When will the contribution on connectivity be published?', 'en', ['connectivity']],
    ['Show the document bare-file', 'en', ['bare-file']],
    ['Where is the contribution hostile?', 'en', ['hostile']],
    ['Où en est la contribution sur les indicateurs stratégiques ?', 'fr', ['indicateurs', 'stratégiques']],
    ['Quel est l’état de la proposition concernant la connectivité ?', 'fr', ['connectivité']]
  ])('finds the words of the title in “%s”', (text, language, titleWords) => {
    expect(understood(text)).toEqual({ intent: { kind: 'contributionStatus', titleWords }, language });
  });

  it.each([
    ['Where is our contribution?', 'en'],
    ['Where is my document right now?', 'en'],
    ['¿Qué pasa con mi documento?', 'es'],
    ['Où en est notre contribution ?', 'fr']
  ])('asks which contribution is meant by “%s”', (text, language) => {
    expect(understood(text)).toEqual({ intent: { kind: 'contributionStatus', titleWords: [] }, language });
  });

  it.each([
    ['hi', 'en'],
    ['HELP', 'en'],
    ['bonjour', 'fr'],
    ['Aide', 'fr']
  ])('offers help for “%s”', (text, language) => {
    expect(understood(text)).toEqual({ intent: { kind: 'help' }, language });
  });

  it('says that it did not understand what has nothing to do with the desk', () => {
    expect(understood('qwerty asdf').intent).toEqual({ kind: 'unknown', closest: [] });
    expect(understood('').intent).toEqual({ kind: 'unknown', closest: [] });
    expect(understood('What is the weather like in Geneva?').intent).toEqual({ kind: 'unknown', closest: [] });
  });

  it('takes the person’s language when the words fit several', () => {
    expect(understood('interpretation', 'fr').language).toBe('fr');
    expect(understood('interpretation', 'en').language).toBe('en');
    expect(understood('contribution', 'fr').language).toBe('fr');
  });

  it.each([
    ['What happens if I send it tomorrow?', '2020-08-11'],
    ['What happens if I send it the day after tomorrow?', '2020-08-12'],
    ['Which deadline applies today?', '2020-08-10'],
    ['Will a contribution sent on Friday be translated?', '2020-08-14'],
    ['Que se passe-t-il si je l’envoie après-demain ?', '2020-08-12'],
    ['Qué pasa si lo envío pasado mañana', '2020-08-12'],
    ['Что будет, если отправить вклад послезавтра?', '2020-08-12'],
    ['Наш вклад будет готов только 25.08, его переведут?', '2020-08-25'],
    ['ماذا يحدث إذا أرسلت المساهمة بعد غد؟', '2020-08-12'],
    ['如果后天才提交会怎么样', '2020-08-12'],
    ['What if our contribution arrives on 3 January?', '2021-01-03']
  ])('knows the day on which a contribution would arrive: “%s”', (text, day) => {
    expect(understood(text).intent).toMatchObject({ kind: 'standing', arrivesOn: Temporal.PlainDate.from(day) });
  });

  it.each([
    ['What is new since Friday?', '2020-08-07'],
    ['Quoi de neuf depuis le 1er août ?', '2020-08-01'],
    ['¿Qué hay de nuevo desde el 20 de diciembre?', '2019-12-20'],
    ['Какие новости со вчерашнего дня?', '2020-08-09'],
    ['ما الجديد منذ أمس؟', '2020-08-09'],
    ['上周以来有什么新文件', '2020-08-03']
  ])('knows since when: “%s”', (text, day) => {
    expect(understood(text).intent).toEqual({ kind: 'news', since: Temporal.PlainDate.from(day) });
  });

  it.each<[string, Partial<Intent>, string, Partial<Intent>]>([
    ['Is there interpretation into Spanish?', { kind: 'languageState' }, 'and for French?', { kind: 'languageState', languages: ['fr'] }],
    ['Y aura-t-il une interprétation en français ?', { kind: 'languageState' }, 'et en arabe ?', { kind: 'languageState', languages: ['ar'] }],
    ['Until when can I send a contribution?', { kind: 'deadline' }, 'and for translation?', { kind: 'deadline', topic: 'translation' }],
    ['What happens if I send it tomorrow?', { kind: 'standing' }, 'and on Friday?', { kind: 'standing', arrivesOn: Temporal.PlainDate.from('2020-08-14') }],
    ['Where is document 5?', { kind: 'contributionStatus' }, 'and 7?', { kind: 'contributionStatus', symbol: { series: 'document', number: 7 } }],
    ['Who coordinates Africa?', { kind: 'coordinator' }, 'and Europe?', { kind: 'coordinator', region: 'europe' }],
    ['Кто координатор Африки?', { kind: 'coordinator' }, 'а Европы?', { kind: 'coordinator', region: 'europe' }],
    ['¿Hay interpretación al francés?', { kind: 'languageState' }, '¿y al ruso?', { kind: 'languageState', languages: ['ru'] }],
    ['有法语口译吗？', { kind: 'languageState' }, '那西班牙语呢？', { kind: 'languageState', languages: ['es'] }],
    ['من هو منسق أفريقيا؟', { kind: 'coordinator' }, 'وأوروبا؟', { kind: 'coordinator', region: 'europe' }]
  ])('goes on from “%s” with what is new in the next message', (first, kind, next, expected) => {
    const { intent } = understood(first);
    expect(intent).toMatchObject(kind);
    expect(understood(next, undefined, intent).intent).toMatchObject(expected);
  });

  it('asks back about what goes on with nothing', () => {
    expect(['unknown', 'languageUnsure']).toContain(understood('and for French?').intent.kind);
  });

  it('suggests the closest kinds when it is not sure', () => {
    const { intent } = understood('contribution meeting');
    expect(intent).toMatchObject({ kind: 'unknown' });
    expect(intent.kind === 'unknown' && intent.closest.length).toBeGreaterThan(0);
  });

  it('gives some recognition of anything that people type, however odd or long', () => {
    const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.array(fc.constantFrom('french', 'document', '5', '31/02', 'le 31 février', '2月30日', 'на', 'ال', 'deadline', '1er', '(', '*'), { maxLength: 12 }).map((words) => words.join(' ')));
    fc.assert(fc.property(anything, (text) => typeof understood(text).intent.kind === 'string'), { numRuns: 300 });
  });
});
