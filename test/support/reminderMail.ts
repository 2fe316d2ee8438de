import { interpretationCard } from '../../src/bot/cards/interpretationCard';
import { reminderCard } from '../../src/bot/cards/reminderCard';
import { meetingCalendar } from '../../src/exports/calendar';
import { translatorFor } from '../../src/messages/allMessages';
import { overrideOutcomes, proposeInterpretation } from '../../src/rules/interpretation';
import type { Language } from '../../src/rules/language';
import type { Meeting } from '../../src/rules/meeting';
import { planReminders } from '../../src/rules/reminderPlan';
import { mailMessage } from '../../src/service/mail/mailMessage';
import type { MailMessage } from '../../src/service/mail/mailMessage';
import { geneva, meeting } from './meeting';
import { workingGroup } from './workingGroup';

const group = workingGroup();
const deskUrl = 'https://example.org/desk';

/** What is sent: a reminder of deadlines, or what was decided about interpretation. */
export type MailOccasion = 'reminder' | 'interpretation';

/** The message of an occasion to `list@example.org`, about the second meeting or one like it. */
export function mailOf(occasion: MailOccasion, language: Language, about: Meeting = meeting(), reason = 'As agreed'): MailMessage {
  const translator = translatorFor(language);
  const card =
    occasion === 'reminder'
      ? reminderCard([planReminders(about, group)[0]], geneva('2020-08-10T09:00:00'), group, deskUrl, translator)
      : interpretationCard(
          about,
          { outcomes: overrideOutcomes(proposeInterpretation(about, [], group), new Map([['fr', true]])), funds: 'unknown', decidedAt: geneva('2020-08-20T09:00:00'), reason },
          deskUrl,
          translator
        );
  return mailMessage({
    key: `${about.id}/${occasion}/mailto:list@example.org`,
    card,
    from: 'desk@example.org',
    to: 'list@example.org',
    group,
    meeting: about,
    calendar: (each, into) => meetingCalendar([each], { group, translator: translatorFor(into), at: geneva('2020-08-10T09:00:00'), deskUrl })
  });
}
