import type { LanguageOutcome } from '../rules/interpretation';
import type { LanguageFunds, Meeting } from '../rules/meeting';
import type { Decision } from './decisions';
import { isSiteError } from './errors';
import type { ShownMeeting } from './meetingActions';
import type { SecretariatSite } from './secretariatSite';

/** What the secretariat does about the languages of a meeting. */
export class LanguageActions {
  public constructor(private readonly site: SecretariatSite) {}

  /**
   * Records what is known of the funds for interpretation. A decision that was taken by what was known before is
   * reopened by it; see rules/interpretation. Safe to repeat after a lost answer.
   * @throws SiteError `changedByOthers` when the meeting is no longer as it was shown, `notAllowed` for everybody but the
   * secretariat
   */
  public async recordFunds({ meeting, etag }: ShownMeeting, languageFunds: LanguageFunds, reason: string): Promise<Decision> {
    try {
      await this.site.meetings.change({ ...meeting, languageFunds }, etag);
    } catch (error) {
      if (!isSiteError(error, 'changedByOthers') || (await this.site.meetings.get(meeting.id))?.languageFunds !== languageFunds) {
        throw error;
      }
    }
    const changes = { LanguageFunds: { before: meeting.languageFunds, after: languageFunds } };
    return this.site.decisions.recordOnce({ kind: 'languageFunds', meetingId: meeting.id, reason, effect: { changes } });
  }

  /**
   * Decides the interpretation at a meeting, by what is known of the funds now. Safe to repeat after a lost answer.
   * @param outcomes one for each of the group's languages
   * @throws SiteError `notAllowed` for everybody but the secretariat
   */
  public async decide(meeting: Meeting, outcomes: readonly LanguageOutcome[], reason: string): Promise<Decision> {
    const interpretation = { funds: meeting.languageFunds, outcomes };
    return this.site.decisions.recordOnce({ kind: 'interpretation', meetingId: meeting.id, reason, effect: { interpretation } });
  }
}
