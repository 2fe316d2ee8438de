import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Intent } from '../../../src/bot/intents/intent';
import { recognise } from '../../../src/bot/intents/recognise';
import { spokenText } from '../../../src/bot/spokenText';
import { LANGUAGES } from '../../../src/rules/language';
import { ASKED_ON, labelledQuestions } from '../../bot/intents/questions/labelledQuestions';
import { workingGroup } from '../../support/workingGroup';
import { damaged, hostileText } from '../hostile';
import type { FuzzTarget } from '../target';

const asked = LANGUAGES.flatMap((language) => labelledQuestions('unseen', language).map(({ text }) => text));
const question = fc.oneof({ weight: 3, arbitrary: damaged(fc.constantFrom(...asked)) }, { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...asked), fc.constantFrom(...asked)).map((both) => both.join(' ')) }, { weight: 1, arbitrary: hostileText });

/** What people write to the bot, and what nobody writes, also after another question. */
export const questions: FuzzTarget = {
  name: 'questions',
  cases: 70_000,
  open: () => {
    const group = workingGroup();
    const today = Temporal.PlainDate.from(ASKED_ON);
    let previous: Intent | undefined;
    return Promise.resolve({
      property: fc.property(question, fc.option(fc.constantFrom(...LANGUAGES), { nil: undefined }), fc.boolean(), (written, preferred, follows) => {
        const text = spokenText({ text: written, recipient: { id: '28:bot', name: 'Desk' }, entities: [] } as never);
        const { intent, language } = recognise(text, { group, today, ...(preferred === undefined ? {} : { preferred }), ...(follows && previous !== undefined ? { previous } : {}) });
        assert.equal(typeof intent.kind, 'string');
        assert(language === undefined || LANGUAGES.includes(language));
        if (intent.kind === 'standing') {
          assert(Math.abs(today.until(intent.arrivesOn).total({ unit: 'days' })) < 400 * 366);
        }
        previous = intent;
      })
    });
  }
};
