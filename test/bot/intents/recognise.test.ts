import * as fc from 'fast-check';
import { recognise } from '../../../src/bot/intents/recognise';
import { workingGroup } from '../../support/workingGroup';

const group = workingGroup();

describe('the recognition of questions', () => {
  it.each([
    ['When is the next deadline?', 'en', 'any'],
    ['deadline', 'en', 'any'],
    ['what are the deadlines', 'en', 'any'],
    ['When is the next meeting?', 'en', 'any'],
    ['Until when can I send a contribution?', 'en', 'contributions'],
    ['When must contributions be sent to be translated?', 'en', 'contributions'],
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
    expect(recognise(text, group)).toEqual({ intent: { kind: 'nextDeadline', topic }, language });
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
    expect(recognise(text, group)).toEqual({
      intent: { kind: 'contributionStatus', symbol, titleWords: [] },
      ...(language === undefined ? {} : { language })
    });
  });

  it.each([
    ['Where is the contribution on rural connectivity?', 'en', ['rural', 'connectivity']],
    ['What is the status of our paper about "strategic indicators"?', 'en', ['strategic', 'indicators']],
    ['When will the contribution on connectivity be published?', 'en', ['connectivity']],
    ['Où en est la contribution sur les indicateurs stratégiques ?', 'fr', ['indicateurs', 'stratégiques']],
    ['Quel est l’état de la proposition concernant la connectivité ?', 'fr', ['connectivité']]
  ])('finds the words of the title in “%s”', (text, language, titleWords) => {
    expect(recognise(text, group)).toEqual({ intent: { kind: 'contributionStatus', titleWords }, language });
  });

  it.each([
    ['Where is our contribution?', 'en'],
    ['Où en est notre contribution ?', 'fr']
  ])('asks which contribution is meant by “%s”', (text, language) => {
    expect(recognise(text, group)).toEqual({ intent: { kind: 'contributionStatus', titleWords: [] }, language });
  });

  it.each([
    ['hi', 'en'],
    ['Hello!', 'en'],
    ['HELP', 'en'],
    ['bonjour', 'fr'],
    ['Aide', 'fr']
  ])('offers help for “%s”', (text, language) => {
    expect(recognise(text, group)).toEqual({ intent: { kind: 'help' }, language });
  });

  it('says that it did not understand what has nothing to do with the desk', () => {
    expect(recognise('qwerty asdf', group).intent).toEqual({ kind: 'unknown' });
    expect(recognise('', group).intent).toEqual({ kind: 'unknown' });
  });

  it('takes the person’s language when the words fit several', () => {
    expect(recognise('interpretation', group, 'fr').language).toBe('fr');
    expect(recognise('interpretation', group, 'en').language).toBe('en');
    expect(recognise('contribution', group, 'fr').language).toBe('fr');
  });

  it('answers anything that people type, however odd or long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(['nextDeadline', 'contributionStatus', 'help', 'unknown']).toContain(recognise(text, group).intent.kind);
      })
    );
  });
});
