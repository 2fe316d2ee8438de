import * as fc from 'fast-check';
import { WISHES } from '../../src/bot/languageWish';
import { POSTING_MODES } from '../../src/rules/reminderSettings';
import { LANGUAGES } from '../../src/rules/language';
import { hostileText, hostileValue } from './hostile';

const language = fc.constantFrom(...LANGUAGES);
const id = fc.constantFrom(1, 2, 3, 999_999_999, Number.MAX_SAFE_INTEGER);
const date = fc.constantFrom('2020-08-10', '2020-09-17', '0001-01-01', '9999-12-31');
const wishes = { wish: fc.constantFrom(...WISHES), languages: fc.subarray([...LANGUAGES]), meetingId: id };
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const typed = (near: fc.Arbitrary<string>): fc.Arbitrary<unknown> => fc.oneof({ weight: 4, arbitrary: near }, { weight: 2, arbitrary: hostileText }, { weight: 1, arbitrary: hostileValue });

const commands = fc.oneof(
  fc.record({ command: fc.constantFrom('latestContributions', 'ownContributions', 'programme', 'references', 'howToSubmit', 'help') }),
  fc.record({ command: fc.constantFrom('nextMeeting', 'languages', 'remindMe'), meetingId: optional(id) }),
  fc.record({ command: fc.constant('deadline'), topic: fc.constantFrom('any', 'contributions', 'translation'), meetingId: optional(id) }),
  fc.record({ command: fc.constant('standing'), arrivesOn: optional(date), purpose: optional(fc.constantFrom('action', 'information')), meetingId: optional(id) }),
  fc.record({ command: fc.constantFrom('contribution', 'receipt', 'complete'), id }),
  fc.record({ command: fc.constant('news'), since: optional(date) }),
  fc.record({ command: fc.constant('ownLanguage'), choice: optional(language) }),
  fc.record({ command: fc.constant('reminders'), wish: fc.constantFrom('show', 'start', 'stop') }),
  fc.record({ command: fc.constant('wish'), ...wishes, delegationId: optional(id) }),
  fc.record({ command: fc.constant('confirmWish'), ...wishes, isConfirmed: fc.boolean(), delegationId: optional(id) }),
  fc.record({ command: fc.constant('subscribe'), isOn: fc.boolean() }),
  fc.record({ command: fc.constant('submitFile'), file: fc.constant('0f8fad5b-d9cb-469f-a165-70867728950e'), isConfirmed: fc.boolean() })
);

/** What a card of the bot sends back: its own data with what was typed into its form. */
export const cardData: fc.Arbitrary<unknown> = fc.tuple(
  fc.record({ language, desk: commands, askedBy: fc.constantFrom('29:member', '29:other') }, { requiredKeys: ['language', 'desk'] }),
  fc.record(
    {
      title: typed(fc.constant('Connectivity')),
      source: typed(fc.constant('Kenya')),
      originalLanguage: typed(language),
      purpose: typed(fc.constantFrom('action', 'information', 'liaison')),
      meeting: typed(fc.constantFrom('1', '2')),
      topic: typed(fc.constant('Topic')),
      abstract: typed(fc.constant('Abstract')),
      topics: typed(fc.constantFrom('translation', 'translation,publication')),
      reminderLanguage: typed(language),
      mode: typed(fc.constantFrom(...POSTING_MODES)),
      quietFrom: typed(fc.constant('22:00')),
      quietTo: typed(fc.constant('07:00'))
    },
    { requiredKeys: [] }
  )
).map(([data, form]) => ({ ...form, ...data }));
