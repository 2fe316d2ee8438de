import type { PartKind } from '../rules/contribution';
import { decidedState } from '../rules/decision';
import type { DecisionKind, StandingQuestion } from '../rules/decision';
import type { Meeting } from '../rules/meeting';
import { formatSymbol, isCountedPart, seriesOf } from '../rules/numbering';
import type { DocumentSeries } from '../rules/numbering';
import { rederiveStanding } from '../rules/rederivation';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution, DecidedColumns } from './contribution';
import { documentDecisionOf } from './decisions';
import type { Decision, DecisionDraft } from './decisions';
import { SiteError, isSiteError } from './errors';
import type { GivenNumber } from './numbers';
import type { SecretariatSite } from './secretariatSite';

/** How often a column is written again when the service's check wrote the item at the same moment. */
const WRITE_ATTEMPTS = 3;

/**
 * What the secretariat does with a document. Each decision is recorded first, as it is the truth; the library's columns
 * are then written so that every list shows it at once, and the service derives the same from the decision should that
 * not succeed.
 *
 * Every action is safe to repeat after a lost answer. It takes the document as the person saw it and is refused when it has changed in a way that matters since,
 * so that nobody decides upon something else than they read.
 *
 * @throws SiteError every action: `changedByOthers` when the document is no longer as it was shown, `notFound` when it is
 * gone, `notAllowed` for everybody but the secretariat
 */
export class DocumentActions {
  public constructor(
    private readonly site: SecretariatSite,
    private readonly group: WorkingGroup
  ) {}

  /**
   * Gives a document its number: the next of the series, or for a revision, an addendum or a corrigendum the next count
   * within its document's number. Doing it again gives the same number.
   * @param series for a new document; by what it is for unless given, as for temporary documents
   * @throws SiteError `invalid` for a part of a document that has no number itself, and for a language version or a
   * replacement, which share the number of their document once they are accepted
   */
  public async number(shown: Contribution, series: DocumentSeries = seriesOf(shown.purpose ?? 'action')): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    return this.show(contribution.id, this.numberColumns(await this.give(contribution, series), contribution));
  }

  /** Accepts a document as it is. A replacement takes the place of the earlier document, which is withdrawn. */
  public async accept(shown: Contribution): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    await this.record(contribution, 'accept', '');
    const { partKind, partOf, docSymbol } = contribution;
    if (partKind === 'replacement' && partOf !== undefined) {
      const replaced = await this.site.contributions.get(partOf);
      if (replaced !== undefined && replaced.docStatus !== 'withdrawn' && replaced.docStatus !== 'published') {
        await this.record(replaced, 'withdraw', `Replaced by ${docSymbol ?? contribution.fileName}`);
        await this.show(replaced.id, { docStatus: 'withdrawn' });
      }
    }
    return this.show(contribution.id, { docStatus: 'accepted' });
  }

  /** Publishes a document; one without a number gets it first. */
  public async publish(shown: Contribution): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    const given = sharesNumber(contribution.partKind) ? undefined : await this.give(contribution, seriesOf(contribution.purpose ?? 'action'));
    const { decidedAt } = await this.record(contribution, 'publish', '');
    return this.show(contribution.id, {
      docStatus: 'published',
      publishedAt: decidedAt,
      ...(given === undefined ? {} : this.numberColumns(given, contribution))
    });
  }

  /** Holds a document for the next meeting. */
  public async hold(shown: Contribution, reason: string): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    await this.record(contribution, 'hold', reason);
    return this.show(contribution.id, { docStatus: 'held' });
  }

  /**
   * Lifts the decision to hold a document: what its arrival makes of it counts again, or that it was accepted before.
   */
  public async release(shown: Contribution, reason: string): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    const { id, meetingId, standing } = contribution;
    await this.record(contribution, 'release', reason);
    const { status } = decidedState((await this.site.decisions.ofContribution(id)).map(documentDecisionOf), meetingId);
    return this.show(id, { docStatus: status ?? (standing === 'held' ? 'held' : 'received') });
  }

  /** Admits a document that arrived too late, by the chair's exception. */
  public async admit(shown: Contribution, meeting: Meeting, reason: string): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    const { decidedAt } = await this.record(contribution, 'admit', reason);
    const { purpose = 'action', receivedAt = contribution.createdAt } = contribution;
    const { standing, publicationDue } = rederiveStanding({ purpose, receivedAt, admittedAt: decidedAt }, meeting, this.group);
    return this.show(contribution.id, { standing, publicationDue, docStatus: 'received' });
  }

  /** Assigns a document to another meeting; the service derives its standing by the dates of that one. */
  public async reassign(shown: Contribution, meeting: Meeting, reason: string): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    const changes = { MeetingId: { before: contribution.meetingId, after: meeting.id } };
    await this.record(contribution, 'reassign', reason, { changes });
    return this.show(contribution.id, { meetingId: meeting.id, ...(contribution.docStatus === 'held' ? { docStatus: 'received' } : {}) });
  }

  /** Withdraws a document; it is kept, and its number is never given again. */
  public async withdraw(shown: Contribution, reason: string): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    await this.record(contribution, 'withdraw', reason);
    return this.show(contribution.id, { docStatus: 'withdrawn' });
  }

  /**
   * Answers what a change of its meeting would take away from a document.
   * @param keep whether it keeps what it was promised
   */
  public async answer(shown: Contribution, question: StandingQuestion, keep: boolean, reason: string): Promise<Contribution> {
    const contribution = await this.asShown(shown);
    await this.record(contribution, keep ? 'keepStanding' : 'applyStanding', reason, { question });
    return this.show(contribution.id, keep ? {} : { standing: question.after ?? 'held' });
  }

  private async asShown(shown: Contribution): Promise<Contribution> {
    const contribution = await this.site.contributions.get(shown.id);
    if (contribution === undefined) {
      throw new SiteError('notFound', `Document ${shown.id} is no longer there`);
    }
    const isOtherContent = shown.sha256 !== undefined && contribution.sha256 !== shown.sha256;
    if (isOtherContent || decisive(contribution) !== decisive(shown)) {
      throw new SiteError('changedByOthers', `Document ${shown.id} was changed since it was shown`);
    }
    return contribution;
  }

  private async give(contribution: Contribution, series: DocumentSeries): Promise<GivenNumber> {
    const { id, partKind, partOf } = contribution;
    if (sharesNumber(partKind)) {
      throw new SiteError('invalid', `Document ${id} shares the number of the document that it belongs to`);
    }
    if (partKind === undefined || partOf === undefined || !isCountedPart(partKind)) {
      return this.site.numbers.give(series, id);
    }
    const whole = await this.site.numbers.of(partOf);
    if (whole === undefined) {
      throw new SiteError('invalid', `Document ${partOf}, to which document ${id} belongs, has no number yet`);
    }
    return this.site.numbers.givePart(whole, partKind, id);
  }

  private numberColumns(given: GivenNumber, { originalLanguage }: Contribution): DecidedColumns {
    return {
      docSeries: given.series,
      docNumber: given.number,
      docSymbol: formatSymbol({ ...given, language: originalLanguage }, this.group),
      ...(given.part === undefined ? {} : { partCount: given.part.count })
    };
  }

  private record({ id, meetingId }: Contribution, kind: DecisionKind, reason: string, effect?: DecisionDraft['effect']): Promise<Decision> {
    return this.site.decisions.recordOnce({ kind, contributionId: id, meetingId, reason, effect });
  }

  /** @returns the document as the library then has it */
  private async show(id: number, columns: DecidedColumns): Promise<Contribution> {
    const { contributions } = this.site;
    for (let attempt = 1; ; attempt += 1) {
      const contribution = await contributions.get(id);
      if (contribution === undefined) {
        throw new SiteError('notFound', `Document ${id} is no longer there`);
      }
      if (Object.keys(columns).length === 0 || attempt > WRITE_ATTEMPTS) {
        return contribution;
      }
      try {
        await contributions.recordDecided(id, contribution.etag, columns);
        return (await contributions.get(id)) ?? contribution;
      } catch (error) {
        if (!isSiteError(error, 'changedByOthers')) {
          throw error;
        }
      }
    }
  }
}

function sharesNumber(partKind: PartKind | undefined): boolean {
  return partKind === 'languageVersion' || partKind === 'replacement';
}

/**
 * What a decision is based on beside the content, for which the service's fingerprint stands: the tag of the content
 * also changes when SharePoint copies columns into an Office document.
 */
function decisive(contribution: Contribution): string {
  const { title, source, purpose, meetingId, originalLanguage, partOf, partKind, docNumber, docStatus, standing } = contribution;
  return JSON.stringify([title, source, purpose, meetingId, originalLanguage, partOf, partKind, docNumber, docStatus, standing]);
}
