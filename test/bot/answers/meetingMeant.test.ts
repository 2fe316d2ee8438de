import { meetingMeant } from '../../../src/bot/answers/meetingMeant';
import { recognise } from '../../../src/bot/intents/recognise';
import { geneva, meeting } from '../../support/meeting';
import { workingGroup } from '../../support/workingGroup';

const group = workingGroup();
const now = geneva('2020-08-10T09:00:00');
const second = meeting();
const third = meeting({ id: 3, title: 'Third meeting of TDAG-WG-SOP', start: '2020-10-20', end: '2020-10-21', agreedDeadline: null });
const extraordinary = meeting({ id: 4, title: 'Extraordinary meeting of TDAG', start: '2020-11-23', agreedDeadline: null });
const over = meeting({ id: 1, title: 'First meeting of TDAG-WG-SOP', start: '2020-07-17', agreedDeadline: null });

/** The ids of the meetings that a message means; one when it is clear. */
function meant(text: string, meetings = [extraordinary, third, second, over]): number | number[] {
  const { intent } = recognise(text, { group, today: now.toZonedDateTimeISO(group.zone).toPlainDate() });
  if (!('meeting' in intent)) {
    throw new Error(`${text} is understood as ${intent.kind}`);
  }
  const found = meetingMeant(intent.meeting, meetings, now, group.zone);
  return 'id' in found ? found.id : found.map(({ id }) => id);
}

describe('the meeting that a message means', () => {
  it.each([
    'We need French on 1 October',
    'We need French on October 1st, 2020',
    'We need French on 2020-10-01',
    'We need French on 01.10.2020',
    'Nous avons besoin du français le 1er octobre',
    'Necesitamos francés el 1 de octubre',
    'Нам нужен французский 1 октября',
    '我们10月1日需要法语口译',
    '我们十月一日需要法语口译',
    'نحتاج إلى الفرنسية في ١ أكتوبر'
  ])('is the one on that day: “%s”', (text) => {
    expect(meant(text)).toBe(2);
  });

  it('is found by any of its days', () => {
    expect(meant('We need French on 21 October')).toBe(3);
    expect(meant('我们十月二十一日需要法语口译')).toBe(3);
  });

  it('is found by its number, whatever the language of its title', () => {
    expect(meant('We need French at the third meeting')).toBe(3);
    expect(meant('Нам нужен французский на третьем собрании')).toBe(3);
    expect(meant('نحتاج إلى الفرنسية في الاجتماع الثالث')).toBe(3);
  });

  it('is found by what only its title says', () => {
    expect(meant('We need French at the extraordinary meeting')).toBe(4);
  });

  it('is the next one when the message says so or names none', () => {
    expect(meant('We need French at the next meeting')).toBe(2);
    expect(meant('We need French')).toBe(2);
  });

  it('is to be chosen when several are in that month, or none is as the message says', () => {
    expect(meant('We need French in October')).toEqual([2, 3]);
    expect(meant('We need French on 1 October 2021')).toEqual([2, 3, 4]);
    expect(meant('We need French on 17 July')).toEqual([2, 3, 4]);
    expect(meant('We need French at the fifth meeting', [second])).toEqual([2]);
  });

  it('is none when none is planned', () => {
    expect(meant('We need French', [over])).toEqual([]);
  });
});
