import type { Temporal } from 'temporal-polyfill';
import type { DocStatus } from '../rules/contribution';
import type { DecidedState, DecisionKind } from '../rules/decision';
import { seriesOf } from '../rules/numbering';
import type { Contribution } from '../site/contribution';
import type { Decision } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { GivenNumber } from '../site/numbers';
import type { Log } from './log';

/** What came of looking: something was adopted and everything is to be read anew, a number is taken, or nothing was to do. */
export type HandEntryOutcome = 'adopted' | 'numberClash' | 'nothing';

/** What adopting works with. */
export interface HandEntriesParts {
  readonly site: Pick<DeskSite, 'contributions' | 'decisions' | 'numbers' | 'isSecretariat'>;
  readonly log: Log;
}

/** A decision and its column are written within seconds of each other, or minutes over a bad line. */
const SAME_ACT_MINUTES = 5;

const DECISION_OF: Readonly<Partial<Record<DocStatus, DecisionKind>>> = {
  accepted: 'accept',
  held: 'hold',
  published: 'publish',
  withdrawn: 'withdraw'
};

/**
 * Adopts what people who may decide wrote straight into the library's columns: a state or a number that the
 * secretariat entered in SharePoint's own list, and the withdrawal that an author asked for. Who wrote it is asked of
 * the library's versions. What anybody else writes there is not adopted, and the check puts it right.
 */
export class HandEntries {
  public constructor(private readonly parts: HandEntriesParts) {}

  /**
   * Makes a decision or a number of what the columns say, where the writer may.
   * @param decisions what is decided already
   * @param status the state that follows from it
   * @param number the number that the document has already
   * @throws SiteError when the site fails; adopting again has no further effect
   */
  public async adopt(contribution: Contribution, decisions: readonly Decision[], status: DecidedState['status'], number: GivenNumber | undefined): Promise<HandEntryOutcome> {
    const { docStatus, docNumber } = contribution;
    const kind = docStatus === undefined || docStatus === status ? undefined : DECISION_OF[docStatus];
    // That a late document is held follows from the rules; it is no decision, whoever wrote it down.
    const isState = kind !== undefined && !(docStatus === 'held' && contribution.standing === 'held');
    const isNumber = docNumber !== undefined && number === undefined;
    if (!isState && !isNumber) {
      return 'nothing';
    }
    const writers = await this.parts.site.contributions.writersOf(contribution.id, ['DocStatus', 'DocNumber']);
    const writer = isState ? writers.DocStatus : undefined;
    if (isState && writer !== undefined && !isTakenInDesk(kind, writer.at, decisions) && (await this.adoptState(contribution, kind, writer.email))) {
      return 'adopted';
    }
    return isNumber && writers.DocNumber !== undefined ? this.adoptNumber(contribution, docNumber, writers.DocNumber.email) : 'nothing';
  }

  private async adoptState(contribution: Contribution, kind: DecisionKind, writer: string): Promise<boolean> {
    const { site, log } = this.parts;
    const { id, meetingId, createdBy } = contribution;
    const isAuthor = writer !== '' && writer.toLowerCase() === createdBy.email.toLowerCase();
    const origin = kind === 'withdraw' && isAuthor ? 'author' : (await site.isSecretariat(writer)) ? 'library' : undefined;
    if (origin === undefined) {
      return false;
    }
    const reason = origin === 'author' ? 'Withdrawn by its author' : 'Entered in the library by the secretariat';
    await site.decisions.record({ kind, contributionId: id, meetingId, reason, effect: { origin } });
    log.info({ event: 'decision.adopted', itemId: id, kind, origin });
    return true;
  }

  private async adoptNumber(contribution: Contribution, number: number, writer: string): Promise<HandEntryOutcome> {
    const { site, log } = this.parts;
    const { id, docSeries, purpose = 'action' } = contribution;
    if (!(await site.isSecretariat(writer))) {
      return 'nothing';
    }
    try {
      await site.numbers.enter({ series: docSeries ?? seriesOf(purpose), number }, id);
      log.info({ event: 'number.adopted', itemId: id, number });
      return 'adopted';
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      return 'numberClash';
    }
  }
}

/** The desk records a decision and writes the column right after it; such a value is the decision's and no entry by hand. */
function isTakenInDesk(kind: DecisionKind, writtenAt: Temporal.Instant, decisions: readonly Decision[]): boolean {
  return decisions.some((decision) => decision.kind === kind && Math.abs(writtenAt.since(decision.decidedAt).total('minutes')) < SAME_ACT_MINUTES);
}
