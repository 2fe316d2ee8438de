import { Temporal } from 'temporal-polyfill';
import { interpretationCard } from '../bot/cards/interpretationCard';
import { interpretationProposalCard } from '../bot/cards/interpretationProposalCard';
import type { GroupFactsCache } from '../bot/groupFacts';
import { translatorFor } from '../messages/allMessages';
import { interpretationPhase, proposeInterpretation } from '../rules/interpretation';
import { tallyRequests } from '../rules/languageRequest';
import type { LanguageRequest } from '../rules/languageRequest';
import type { Meeting } from '../rules/meeting';
import { quietUntil } from '../rules/quietHours';
import { INTERPRETATION_KIND, wantsReminder } from '../rules/reminderSettings';
import type { WorkingGroup } from '../rules/workingGroup';
import { interpretationDecisionOf } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import { chatTarget } from './oncePoster';
import type { OncePoster } from './oncePoster';
import { subscribersOf } from './subscriber';

/** The kind under which proposals to the secretariat are recorded. */
const PROPOSED = 'interpretationProposal';

type Decision = ReturnType<typeof interpretationDecisionOf>;

/** What the announcer works with. */
export interface InterpretationAnnouncerParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'decisions' | 'languageRequests' | 'secretariatAddresses' | 'clock' | 'reminderPause'>;
  readonly facts: Pick<GroupFactsCache, 'read'>;
  readonly deskUrl: string;
  readonly poster: OncePoster;
}

/**
 * Tells of the interpretation at the meetings to come:
 * - when the deadline for requests has passed, or what is known of the funds has changed, the secretariat is told in
 *   their chats what the rules propose, once for each time that it is to be decided;
 * - what was decided is announced once to each channel and person that wants it, outside their quiet hours; a decision
 *   that was taken anew is announced anew, of several only the last. While the secretariat pauses all reminders, it waits.
 *   Who wants a digest finds it there (EventAnnouncer).
 */
export class InterpretationAnnouncer {
  public constructor(private readonly parts: InterpretationAnnouncerParts) {}

  /**
   * Tells what is not told yet.
   * @throws SiteError when the site fails; the next run does the rest
   */
  public async run(): Promise<void> {
    const { site, facts } = this.parts;
    const { group, meetings } = await facts.read();
    // Read first: the answer brings the site's time.
    const { isPaused } = await site.reminderPause.read();
    const now = site.clock.now();
    const today = now.toZonedDateTimeISO(group.zone).toPlainDate();
    const toCome = meetings.filter(({ status, end }) => status === 'planned' && Temporal.PlainDate.compare(end, today) >= 0);
    for (const meeting of toCome) {
      const decision = interpretationDecisionOf(await site.decisions.ofMeeting(meeting.id), meeting.id);
      const phase = interpretationPhase(meeting, decision, group, now);
      if (phase === 'toDecide' || phase === 'reopened') {
        await this.propose(meeting, phase, decision, group, now);
      } else if (decision !== undefined && !isPaused) {
        await this.announce(meeting, decision, group, now);
      }
    }
  }

  private async announce(meeting: Meeting, decision: NonNullable<Decision>, { zone }: WorkingGroup, now: Temporal.Instant): Promise<void> {
    const { site, poster, deskUrl } = this.parts;
    const subscribers = (await subscribersOf(site)).filter(
      (subscriber) => subscriber.mode !== 'daily' && wantsReminder(subscriber, [INTERPRETATION_KIND]) && quietUntil(now, undefined, subscriber.quietHours, zone) === undefined
    );
    const posts = subscribers.map(({ target, language }) => ({
      language,
      target,
      subject: { key: `${INTERPRETATION_KIND}/${meeting.id}/${decision.id}/${target.key}`, kind: INTERPRETATION_KIND, meetingId: meeting.id, dueAt: decision.decidedAt }
    }));
    for (const post of await poster.open(posts)) {
      await poster.send(post, () => interpretationCard(meeting, decision, deskUrl, translatorFor(post.language)));
    }
  }

  private async propose(meeting: Meeting, phase: 'toDecide' | 'reopened', decision: Decision, group: WorkingGroup, now: Temporal.Instant): Promise<void> {
    const { site, poster, deskUrl } = this.parts;
    const chats = (await Promise.all((await site.secretariatAddresses()).map((address) => site.personalChats.byEmail(address)))).flatMap((chat) => chat ?? []);
    const occasion = decision === undefined ? 'first' : `${decision.id}-${meeting.languageFunds}`;
    const posts = await poster.open(
      chats.map((chat) => ({
        chat,
        target: chatTarget(chat, site),
        subject: { key: `${PROPOSED}/${meeting.id}/${occasion}/${chat.personKey}`, kind: PROPOSED, meetingId: meeting.id, dueAt: now }
      }))
    );
    if (posts.length === 0) {
      return;
    }
    const requests = await site.languageRequests.ofMeeting(meeting.id);
    const counted = requests.flatMap(({ status, ...request }): LanguageRequest[] => (status === 'refused' ? [] : [{ ...request, status }]));
    const tallies = tallyRequests(counted, meeting, group);
    const outcomes = proposeInterpretation(meeting, tallies, group);
    for (const post of posts) {
      await poster.send(post, () => interpretationProposalCard({ meeting, phase, outcomes, tallies }, deskUrl, translatorFor(post.chat.language)));
    }
  }
}
