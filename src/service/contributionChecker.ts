import type { GroupFacts } from '../bot/groupFacts';
import { finding } from '../documents/findings';
import { decidedState } from '../rules/decision';
import type { DecidedState } from '../rules/decision';
import type { StandingPromise } from '../rules/rederivation';
import type { Contribution } from '../site/contribution';
import { documentDecisionOf } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { GivenNumber } from '../site/numbers';
import type { ChangeEvidence } from './arrival';
import type { AuthorNotifier } from './authorNotices';
import { deriveColumns, saysAlready } from './contributionCheck';
import type { DocumentFacts, DocumentFactsReader } from './documentFacts';
import type { ArrivedRecord, DocumentRecord, DocumentRecords, Inspection } from './documentRecords';
import type { HandEntries } from './handEntries';
import type { RecordKeeper } from './recordKeeper';
import type { TranslationKeeper } from './translationKeeper';

/** What came of checking a document. */
export type CheckOutcome = 'recorded' | 'unchanged' | 'gone' | 'keepsChanging' | 'awaitsContent';

/** After so many changes by others during a check, their own entries in the change log bring the document up again. */
const ATTEMPTS = 5;

/** A replacement of a replacement, and so on, further than anybody goes. */
const LONGEST_CHAIN = 10;

/**
 * An upload in pieces claims its name with an empty file, and nothing of it shows until its last piece is there. A
 * large document over a slow line is given this long before its upload counts as abandoned.
 */
const UPLOAD_MAY_TAKE_MINUTES = 60;

/** What is said of a document that never had content: its upload did not get to its end. */
const NEVER_COMPLETE: Inspection = { findings: [finding('incompleteUpload', {})] };

/** What the checker works with. */
export interface ContributionCheckerParts {
  readonly site: Pick<DeskSite, 'contributions' | 'numbers' | 'clock'>;
  readonly documents: Pick<DocumentFactsReader, 'of'>;
  readonly keeper: RecordKeeper;
  readonly records: Pick<DocumentRecords, 'set'>;
  readonly notifier: Pick<AuthorNotifier, 'onFindings' | 'onStandingChanged'>;
  readonly handEntries: HandEntries;
  readonly translations: TranslationKeeper;
}

/** Checks single documents of the library and records what follows. */
export class ContributionChecker {
  public constructor(private readonly parts: ContributionCheckerParts) {}

  /**
   * Checks a document as it is now. It writes only when the library says something else than the check, so doing it
   * again has no effect; when somebody changes the document meanwhile it reads it anew.
   * @param evidence what the change log says about it, where it was read
   * @throws SiteError when the site fails
   */
  public async check(itemId: number, evidence: ChangeEvidence | undefined, facts: GroupFacts): Promise<CheckOutcome> {
    const { site, documents } = this.parts;
    const contribution = await site.contributions.get(itemId);
    return contribution === undefined ? 'gone' : this.checkRead(contribution, await documents.of(contribution), evidence, facts);
  }

  /**
   * The same for a document that was read already, as when a page of documents is read at once.
   * @throws SiteError when the site fails
   */
  public async checkRead(read: Contribution, known: DocumentFacts, evidence: ChangeEvidence | undefined, facts: GroupFacts): Promise<CheckOutcome> {
    const { site, documents } = this.parts;
    let contribution: Contribution | undefined = read;
    let documentFacts = known;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const outcome = await this.checkOnce(contribution, documentFacts, evidence, facts);
      if (outcome !== 'again') {
        return outcome;
      }
      contribution = await site.contributions.get(contribution.id);
      if (contribution === undefined) {
        return 'gone';
      }
      documentFacts = await documents.of(contribution);
    }
    return 'keepsChanging';
  }

  private async checkOnce(contribution: Contribution, known: DocumentFacts, evidence: ChangeEvidence | undefined, facts: GroupFacts): Promise<CheckOutcome | 'again'> {
    const { site, keeper, notifier, handEntries, translations } = this.parts;
    const record = await keeper.upToDate(contribution, evidence, known.record);
    if (record.state === 'empty' && this.mayBeUnderWay(contribution)) {
      return 'awaitsContent';
    }
    const arrived = record.state === 'arrived' && contribution.size > 0 ? record : undefined;
    const decided = decidedState(known.decisions.map(documentDecisionOf), contribution.meetingId);
    const number = known.number ?? (await this.sharedNumber(contribution, decided));
    const adopted = await handEntries.adopt(contribution, known.decisions, decided.status, number);
    if (adopted === 'adopted') {
      return 'again';
    }
    const { columns, promise } = deriveColumns(contribution, {
      ...facts,
      decided,
      number,
      numberClash: adopted === 'numberClash',
      promise: arrived?.promise,
      receivedAt: arrived?.receivedAt,
      sha256: arrived?.sha256,
      inspection: record.state === 'empty' ? NEVER_COMPLETE : arrived?.inspection,
      sameContentAs: arrived?.sameContentAs
    });
    const kept = arrived === undefined ? record : await this.keepPromise(contribution, arrived, promise, decided);
    if (saysAlready(contribution, columns)) {
      await translations.keep(contribution, { columns, decided, rows: known.translations, parts: known.parts }, facts.group);
      return 'unchanged';
    }
    await notifier.onFindings(contribution, columns);
    try {
      const etag = await site.contributions.recordCheck(contribution.id, contribution.etag, columns);
      await this.followOwnWrite(contribution.id, etag, kept);
      await translations.keep(contribution, { columns, decided, rows: known.translations, parts: known.parts }, facts.group);
      return 'recorded';
    } catch (error) {
      if (!isSiteError(error, 'changedByOthers')) {
        throw error;
      }
      return 'again';
    }
  }

  private mayBeUnderWay({ createdAt }: Contribution): boolean {
    return this.parts.site.clock.now().since(createdAt).total('minutes') < UPLOAD_MAY_TAKE_MINUTES;
  }

  /**
   * A language version and a replacement share the number of the document that they belong to, once the secretariat
   * has accepted them.
   */
  private async sharedNumber({ partOf, partKind }: Contribution, { status }: DecidedState): Promise<GivenNumber | undefined> {
    const { contributions, numbers } = this.parts.site;
    const isTaken = status === 'accepted' || status === 'published';
    let given: GivenNumber | undefined;
    let next = isTaken && (partKind === 'languageVersion' || partKind === 'replacement') ? partOf : undefined;
    for (let steps = 0; given === undefined && next !== undefined && steps < LONGEST_CHAIN; steps += 1) {
      given = await numbers.of(next);
      next = given === undefined ? (await contributions.get(next))?.partOf : undefined;
    }
    return given;
  }

  /**
   * Keeps a new standing with the record, and has the author told when it is the meeting or a decision that changed
   * it. The notice comes first: a stop in between enters it again under the same key, which is one notice.
   */
  private async keepPromise(contribution: Contribution, record: ArrivedRecord, promise: StandingPromise | undefined, decided: DecidedState): Promise<DocumentRecord> {
    const { promise: before, promiseChanges = 0 } = record;
    const isSame = before?.standing === promise?.standing && before?.meetingId === promise?.meetingId && before?.purpose === promise?.purpose;
    if (promise === undefined || isSame) {
      return record;
    }
    const isChangedByMeeting = before !== undefined && before.meetingId === promise.meetingId && before.purpose === promise.purpose;
    const kept: ArrivedRecord = { ...record, promise, promiseChanges: isChangedByMeeting ? promiseChanges + 1 : promiseChanges };
    if (isChangedByMeeting) {
      const cause = decided.admittedAt !== undefined || decided.answer !== undefined ? 'decision' : 'meeting';
      await this.parts.notifier.onStandingChanged(contribution, { before: before.standing, after: promise.standing, cause }, promiseChanges + 1);
    }
    await this.parts.records.set(contribution, kept);
    return kept;
  }

  /**
   * SharePoint copies columns into the properties of Office documents, so writing the columns can change the content
   * itself. Were that taken for a new content, its new fingerprint would be written, and so on without end.
   */
  private async followOwnWrite(itemId: number, etag: string, record: DocumentRecord): Promise<void> {
    const written = await this.parts.site.contributions.get(itemId);
    if (record.state === 'arrived' && written?.etag === etag && written.contentTag !== record.contentTag) {
      await this.parts.records.set(written, { ...record, contentTag: written.contentTag });
    }
  }
}
