import { Temporal } from 'temporal-polyfill';
import { answerHowToSubmit } from '../../../src/bot/answers/howToSubmit';
import { answerMeeting } from '../../../src/bot/answers/meetingAnswers';
import { answerDeadline, answerDeadlineAt } from '../../../src/bot/answers/nextDeadline';
import { answerProgramme } from '../../../src/bot/answers/programme';
import { answerArrival, answerArrivalAt } from '../../../src/bot/answers/standingAnswer';
import { parseRefresh } from '../../../src/bot/cards/refresh';
import { LANGUAGES } from '../../../src/rules/language';
import type { Purpose } from '../../../src/rules/contribution';
import { answering, buttonsOf, partsOf, plainDays, textOf } from '../../support/answers';
import { geneva, meeting } from '../../support/meeting';

const second = meeting({ joinUrl: 'https://meetings.example.org/2' });
const extraordinary = meeting({ id: 3, title: 'Extraordinary meeting of TDAG', start: '2020-11-23', agreedDeadline: null });
const over = meeting({ id: 1, title: 'First meeting of TDAG-WG-SOP', start: '2020-07-17', status: 'held', agreedDeadline: null });
const meetings = [extraordinary, second, over];
const anyMeeting = { said: '' };
const calendarUrl = 'https://example.org/calendar';

describe('when the group meets', () => {
  it('is said with the dates, the days until then and what is due for it next', () => {
    const answer = answerMeeting(anyMeeting, answering({ meetings }));
    expect(plainDays(answer.summary)).toBe('Next meeting: Second meeting of TDAG-WG-SOP, Thursday 1 October 2020 (in 52 days).');
    expect(textOf(answer)).toContain('Monday 17 August 2020, 23:59 (Geneva time)');
    expect(textOf(answer)).toContain('Contributions to be translated');
  });

  it('is said of the meeting that the question names', () => {
    const answer = answerMeeting({ said: 'when is the extraordinary meeting' }, answering({ meetings }));
    expect(plainDays(answer.summary)).toBe('Extraordinary meeting of TDAG: Monday 23 November 2020 (in 105 days).');
    expect(buttonsOf(answer)).not.toContain('Join the meeting');
  });

  it('is said of a meeting that is under way', () => {
    const long = meeting({ start: '2020-10-01', end: '2020-10-02' });
    expect(answerMeeting(anyMeeting, answering({ meetings: [long], now: geneva('2020-10-02T10:00:00') })).summary).toContain('Under way now: Second meeting');
    expect(answerMeeting(anyMeeting, answering({ meetings: [long], now: geneva('2020-10-01T10:00:00') })).summary).toContain('(today)');
  });

  it('comes with the way to join, the calendar and the deadlines', () => {
    const answer = answerMeeting(anyMeeting, answering({ meetings, calendarUrl }));
    expect(buttonsOf(answer)).toEqual(['Join the meeting', 'See all deadlines', 'Add to calendar', 'Remind me', 'Request interpretation', 'Open Contribution Desk']);
    expect(partsOf(answer.card.actions).map(({ url }) => url)).toContain('https://example.org/calendar/en/meeting-2.ics');
  });

  it.each(['javascript:alert(1)', 'ask the secretariat', ''])('offers no button to join by “%s”', (joinUrl) => {
    expect(buttonsOf(answerMeeting(anyMeeting, answering({ meetings: [meeting({ joinUrl })] })))).not.toContain('Join the meeting');
  });

  it('asks which one when several may be meant, and says so when none is planned', () => {
    const third = meeting({ id: 4, title: 'Third meeting', start: '2020-10-20', agreedDeadline: null });
    expect(buttonsOf(answerMeeting({ said: '', date: { month: 10 } }, answering({ meetings: [second, third] })))).toEqual(['1 Oct 2020 · Second meeting of TDAG-WG-SOP', '20 Oct 2020 · Third meeting', 'Open Contribution Desk']);
    expect(answerMeeting(anyMeeting, answering({ meetings: [over] })).summary).toContain('No meeting is planned');
  });
});

describe('a deadline', () => {
  it('is that of the meeting that the question names', () => {
    const answer = answerDeadline('publication', { said: 'deadline for the extraordinary meeting' }, answering({ meetings }));
    expect(plainDays(answer.summary)).toContain('Wednesday 11 November 2020');
  });

  it('is that of a meeting chosen on a card, and none of one that is no longer planned', () => {
    expect(plainDays(answerDeadlineAt('any', 3, answering({ meetings })).summary)).toContain('Friday 9 October 2020');
    expect(answerDeadlineAt('any', 1, answering({ meetings })).summary).toContain('No meeting is planned');
    expect(answerDeadlineAt('any', 99, answering({ meetings })).summary).toContain('No meeting is planned');
  });

  it('says the person’s own time where it differs from Geneva’s, and only there', () => {
    const shown = (ownZone: string | undefined): string => textOf(answerDeadline('translation', anyMeeting, answering(ownZone === undefined ? {} : { ownZone })));
    expect(shown('Asia/Tokyo')).toContain('Tuesday 18 August 2020, 06:59 in your time zone');
    expect(shown('America/Costa_Rica')).toContain('Monday 17 August 2020, 15:59 in your time zone');
    // Another name, the same time.
    expect(shown('Europe/Paris')).not.toContain('your time zone');
    expect(shown(undefined)).not.toContain('your time zone');
  });

  it('can be made again from what the card carries', () => {
    const { card } = answerDeadline('publication', { said: 'the extraordinary meeting' }, answering({ meetings, readerId: '29:asker' }));
    expect(card.refresh?.userIds).toEqual(['29:asker']);
    expect(parseRefresh(card.refresh?.action?.data)).toEqual({ command: { command: 'deadline', topic: 'publication', meetingId: 3 }, language: 'en', askedBy: '29:asker' });
  });

  it.each([{ command: 'remindMe' }, { command: 'reminders', wish: 'on' }, { command: 'ownLanguage', choice: 'fr' }, { command: 'wish', wish: 'ask', languages: ['fr'], meetingId: 2 }])(
    'does nothing in anybody’s name only because it came into view: %j',
    (desk) => {
      expect(parseRefresh({ language: 'en', askedBy: '29:asker', desk })).toBeUndefined();
    }
  );
});

describe('what the deadlines make of a contribution', () => {
  const on = (date: string, purpose?: Purpose, now = '2020-08-10T09:00:00') =>
    answerArrival({ arrivesOn: Temporal.PlainDate.from(date), ...(purpose === undefined ? {} : { purpose }) }, anyMeeting, answering({ meetings, now: geneva(now) }));

  it.each<[string, Purpose | undefined, string]>([
    ['2020-08-11', undefined, 'A contribution for action that arrives on Tuesday 11 August 2020 is translated into the six languages.'],
    ['2020-08-17', 'action', 'A contribution for action that arrives on Monday 17 August 2020 is translated into the six languages.'],
    ['2020-08-18', undefined, 'A contribution for action that arrives on Tuesday 18 August 2020 is published but not translated.'],
    ['2020-09-18', 'liaison', 'A liaison statement that arrives on Friday 18 September 2020 is published but not translated.'],
    ['2020-09-19', undefined, 'A contribution for action that arrives on Saturday 19 September 2020 is too late for this meeting and is held for the next one.'],
    ['2020-09-30', 'information', 'A contribution for information that arrives on Wednesday 30 September 2020 is published in its original language.'],
    ['2020-10-01', 'information', 'A contribution for information that arrives on Thursday 1 October 2020 is too late for this meeting and is held for the next one.']
  ])('that arrives on %s, for %s, is said in one sentence', (date, purpose, sentence) => {
    expect(plainDays(on(date, purpose).summary)).toBe(sentence);
  });

  it('says what another day changes, when it does', () => {
    expect(textOf(on('2020-08-17'))).toContain('One day later\nDelayed contribution\nTuesday 18 August 2020');
    expect(textOf(on('2020-08-16'))).not.toContain('One day later');
  });

  it('says by when it is published, and what goes for information', () => {
    const said = textOf(on('2020-08-18'));
    expect(said).toContain('Publication due\nFriday 21 August 2020');
    expect(said).toContain('Contributions for information\nFor information');
    expect(textOf(on('2020-08-18', 'action'))).not.toContain('Contributions for information');
  });

  it('is said for today when no day is given, up to the last second of it', () => {
    expect(plainDays(answerArrivalAt({}, undefined, answering({ meetings, now: geneva('2020-08-17T23:59:59') })).summary)).toContain('Monday 17 August 2020 is translated');
  });

  it('is said for the meeting that is still to come then', () => {
    expect(textOf(on('2020-10-05'))).toContain('Extraordinary meeting of TDAG');
    expect(on('2020-12-01').summary).toContain('No meeting is planned');
  });
});

describe('the programme of work', () => {
  it('lists all meetings in order of their dates, with what became of them and what is due', () => {
    const answer = answerProgramme(answering({ meetings: [...meetings, meeting({ id: 5, title: 'Fifth', start: '2020-12-01', status: 'cancelled' })] }));
    expect(plainDays(answer.summary)).toBe('Programme of work: 4 meetings. Next: Second meeting of TDAG-WG-SOP, Thursday 1 October 2020.');
    const said = textOf(answer);
    expect(said.match(/First meeting of TDAG-WG-SOP\nHeld|Second meeting of TDAG-WG-SOP\nPlanned|Extraordinary meeting of TDAG\nPlanned|Fifth\nCancelled/g)).toHaveLength(4);
    expect(said.indexOf('17 Jul 2020')).toBeLessThan(said.indexOf('1 Oct 2020'));
    expect(said).toContain('Contributions for action (agreed by the group): 18 Sept 2020');
  });

  it('says of a meeting whose days have passed that it is over, whatever the list says', () => {
    const answer = answerProgramme(answering({ now: geneva('2020-10-02T09:00:00') }));
    expect(textOf(answer)).toContain('Second meeting of TDAG-WG-SOP\nOver');
    expect(answer.summary).toBe('Programme of work: 1 meeting. None is planned at present.');
  });

  it('shows the latest of many, and how many more there are', () => {
    const many = Array.from({ length: 30 }, (_, index) => meeting({ id: index + 1, title: `Meeting ${index + 1}`, start: Temporal.PlainDate.from('2018-01-15').add({ months: index }).toString(), agreedDeadline: null }));
    const said = textOf(answerProgramme(answering({ meetings: many })));
    expect(said).toContain('Meeting 30');
    expect(said).not.toContain('Meeting 22\n');
    expect(said).toContain('And 22 more, in the desk.');
  });

  it('says so when there is no meeting at all', () => {
    expect(answerProgramme(answering({ meetings: [] })).summary).toBe('The programme of work has no meeting yet.');
  });
});

describe('how to submit', () => {
  it.each(LANGUAGES)('names three ways, the file types and the deadlines that are open in %s', (language) => {
    const context = answering({ language, meetings });
    const said = textOf(answerHowToSubmit(context));
    for (const key of ['bot.answer.submit.desk.how', 'bot.answer.submit.library.how', 'bot.answer.submit.chat.how', 'bot.answer.submit.types.which', 'deadline.agreed'] as const) {
      expect(said).toContain(context.translator.t(key));
    }
  });

  it('names no deadline that has passed', () => {
    expect(textOf(answerHowToSubmit(answering({ meetings, now: geneva('2020-09-01T09:00:00') })))).not.toContain('Contributions to be translated');
    expect(textOf(answerHowToSubmit(answering({ meetings: [over] })))).not.toContain('Contributions for action');
  });
});
