import { detectLanguage } from '../../src/documents/detectLanguage';
import { LANGUAGES } from '../../src/rules/language';
import { FOREIGN_SENTENCES, SENTENCES } from './support/sentences';

describe('the language of a text', () => {
  it.each(LANGUAGES)('is told from one sentence in %s', (language) => {
    expect(SENTENCES[language].map((sentence) => detectLanguage(sentence)?.language)).toEqual(SENTENCES[language].map(() => language));
  });

  it.each(LANGUAGES)('is told in %s among names and symbols that stand in every language', (language) => {
    const names = 'TDAG-WG-SOP/5(Rev.1) ITU-D WTDC BDT 2020';
    expect(detectLanguage(`${names} ${SENTENCES[language][3]} ${names}`)?.language).toBe(language);
  });

  it('is told with more confidence from a page than the least that questions a declaration', () => {
    LANGUAGES.forEach((language) => expect(detectLanguage(SENTENCES[language].join('\n'))?.confidence).toBeGreaterThan(0.6));
  });

  it.each(['de', 'pt', 'uk', 'fa', 'ja'])('is none of the six for %s', (language) => {
    expect(detectLanguage(FOREIGN_SENTENCES[language].join(' '))).toBeUndefined();
  });

  it.each(['', '2020', 'TDAG-WG-SOP/5', 'Kenya', '12.3 %'])('is not guessed from %j', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });
});
