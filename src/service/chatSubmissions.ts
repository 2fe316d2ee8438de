import type { Temporal } from 'temporal-polyfill';
import type { CompleteForm, TypedForm } from '../bot/completion';
import type { ReceivedFile } from '../bot/receivedFile';
import type { PendingSubmission, ReceiveOutcome, SubmissionDesk, SubmitOutcome } from '../bot/submissionDesk';
import type { VerifiedPerson } from '../bot/verifiedPerson';
import type { ContentInspection } from '../documents/checkDocument';
import { isSure } from '../documents/compareLanguages';
import { checkFileName } from '../documents/fileName';
import { finding, severestFirst } from '../documents/findings';
import { DOCUMENT_LIMITS } from '../documents/limits';
import type { UploadedFile } from '../site/contribution';
import type { FileUpload } from '../site/contributionUpload';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import { DiskFullError } from './disk';
import type { DocumentInspector } from './documentInspector';
import { failure } from './log';
import type { Log } from './log';
import type { PendingFile, PendingFiles } from './pendingFiles';
import { FileNotFetchedError } from './teamsFiles';
import type { TeamsFiles } from './teamsFiles';

/** A file of 250 MB over a slow line from the other side of the world. */
const FETCH_SECONDS = 300;

/** What submitting in the chat works with. */
export interface ChatSubmissionsParts {
  readonly site: Pick<DeskSite, 'contributions'>;
  readonly files: Pick<TeamsFiles, 'fetch'>;
  readonly pending: PendingFiles;
  readonly inspector: Pick<DocumentInspector, 'inspect'>;
  readonly log: Log;
}

/** A file that its sender neither submitted nor discarded. */
export interface LeftFile {
  /** The sender's id in the directory. */
  readonly owner: string;
  readonly submission: PendingSubmission;
  readonly keptSince: Temporal.Instant;
  readonly keptUntil: Temporal.Instant;
}

/** How far a file is on its way into the library. */
interface Progress {
  readonly upload: FileUpload;
  uploaded?: UploadedFile;
  /** What came of the form; undefined while it is not written. */
  described?: { readonly isInTheirName: boolean };
  /** The attempt that is under way. */
  running?: Promise<SubmitOutcome>;
}

/**
 * Submitting in the chat. The address that Teams gives for a file is good for a few minutes, less than a form takes, so
 * the file is fetched when it is sent and kept on this machine until the person has decided; what was checked is what
 * is submitted.
 */
export class ChatSubmissions implements SubmissionDesk {
  public readonly largestFile = DOCUMENT_LIMITS.fileBytes;
  private readonly shown = new WeakMap<PendingFile, PendingSubmission>();
  private readonly progress = new WeakMap<PendingFile, Progress>();

  public constructor(private readonly parts: ChatSubmissionsParts) {}

  /**
   * Fetches a file that a person sent in the chat, inspects it and keeps it for them until they send or discard it.
   * @returns what was found in it; or why it was refused: it could not be fetched, is empty, or there is no room
   * @throws SiteError when the library cannot be asked for the same content
   */
  public async receive({ name, downloadUrl }: ReceivedFile, { key }: VerifiedPerson): Promise<ReceiveOutcome> {
    const { files, pending, inspector, log } = this.parts;
    let file: PendingFile;
    try {
      file = await pending.keep(key, name, files.fetch(downloadUrl, { bytes: this.largestFile, seconds: FETCH_SECONDS }));
    } catch (error) {
      if (error instanceof FileNotFetchedError) {
        return { kind: 'refused', why: error.why };
      }
      if (error instanceof DiskFullError) {
        log.error({ event: 'submission.noRoom', ...failure(error) });
        return { kind: 'refused', why: 'noRoom' };
      }
      throw error;
    }
    if (file.size === 0) {
      await pending.forget(file);
      return { kind: 'refused', why: 'empty' };
    }
    const inspection = await inspector.inspect(file.path);
    const submission: PendingSubmission = {
      id: file.id,
      fileName: name,
      size: file.size,
      findings: severestFirst([...inspection.findings, ...checkFileName(name, inspection.type, DOCUMENT_LIMITS), ...(await this.sameContent(file))]),
      suggested: suggestedBy(inspection)
    };
    this.shown.set(file, submission);
    return { kind: 'pending', submission };
  }

  /** What the person was shown of a file of theirs; undefined when it is gone, or another's. */
  public find(id: string, { key }: VerifiedPerson): PendingSubmission | undefined {
    const file = this.parts.pending.find(id, key);
    return file && this.shown.get(file);
  }

  /** Everybody's files that wait for their senders' word, also those that could not be sent to the library yet. */
  public left(): LeftFile[] {
    const { pending } = this.parts;
    return pending.all().flatMap((file) => {
      const submission = this.shown.get(file);
      const progress = this.progress.get(file);
      const isOnItsWay = progress?.running !== undefined || progress?.uploaded !== undefined;
      return submission === undefined || isOnItsWay ? [] : [{ owner: file.owner, submission, keptSince: file.keptAt, keptUntil: pending.keptUntil(file) }];
    });
  }

  /**
   * Sends a file of the person's to the library with its form. Sent twice at once, it arrives once and both answers are the same.
   * @param loginName of the person in the site, who becomes the author
   * @returns `lost` when the file is not kept any more
   */
  public async submit(id: string, { key }: VerifiedPerson, loginName: string, form: CompleteForm): Promise<SubmitOutcome> {
    const file = this.parts.pending.find(id, key);
    if (file === undefined) {
      return { kind: 'lost' };
    }
    const known = this.progress.get(file);
    const progress: Progress = known ?? { upload: this.parts.site.contributions.newUpload(file.fileName, await this.parts.pending.content(file)) };
    this.progress.set(file, progress);
    // Pressed twice, the second answer is that of the first.
    progress.running ??= this.advance(file, progress, loginName, form).finally(() => {
      progress.running = undefined;
    });
    return progress.running;
  }

  /** Forgets a file of the person's. @returns false when it is gone, submitted already, or under way */
  public async discard(id: string, { key }: VerifiedPerson): Promise<boolean> {
    const { pending } = this.parts;
    const file = pending.find(id, key);
    const progress = file && this.progress.get(file);
    if (file === undefined || progress?.running !== undefined || progress?.uploaded !== undefined) {
      return false;
    }
    await progress?.upload.discard();
    await pending.forget(file);
    return true;
  }

  private async advance(file: PendingFile, progress: Progress, loginName: string, form: CompleteForm): Promise<SubmitOutcome> {
    progress.uploaded ??= await progress.upload.send();
    const { id } = progress.uploaded;
    if (progress.described === undefined) {
      progress.described = { isInTheirName: await this.describe(id, loginName, form) };
      await this.parts.pending.release(file);
    }
    return { kind: 'submitted', contributionId: id, ...progress.described };
  }

  /** The document has arrived by now, so its form must not be lost with the site's refusal of its author. */
  private async describe(id: number, loginName: string, form: CompleteForm): Promise<boolean> {
    const { site, log } = this.parts;
    try {
      await site.contributions.describeFor(id, loginName, form);
      return true;
    } catch (error) {
      if (!isSiteError(error, 'invalid', 'notAllowed')) {
        throw error;
      }
      log.warn({ event: 'submission.authorRefused', id, ...failure(error) });
      await site.contributions.describe(id, form);
      return false;
    }
  }

  private async sameContent({ sha256 }: PendingFile) {
    const earlier = (await this.parts.site.contributions.bySha256(sha256)).find(({ docStatus }) => docStatus !== 'withdrawn');
    return earlier === undefined ? [] : [finding('sameContent', { document: earlier.docSymbol ?? earlier.fileName })];
  }
}

/** What the document says of itself, as in the form of the page: the text is believed before what a program declares. */
function suggestedBy({ properties, language }: ContentInspection): Partial<TypedForm> {
  const { title, source, purpose, declaredLanguage } = properties;
  const found = { title, source, purpose, originalLanguage: isSure(language) ? language.language : declaredLanguage };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
