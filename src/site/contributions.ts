import '@pnp/sp/files';
import '@pnp/sp/folders';
import type { Language } from '../rules/language';
import { writeInNameOf } from './authoredForm';
import type { ContributionMetadata, ContributionPart, DecidedColumns, DerivedColumns, UploadOptions, UploadedFile } from './contribution';
import { decidedValues, derivedValues, metadataValues, partValues, suppliedLanguagesValues } from './contributionColumns';
import { ContributionReader } from './contributionReader';
import { FileUpload } from './contributionUpload';
import { SiteError, isSiteError } from './errors';
import { ANY_VERSION } from './siteList';

const WRITE_ATTEMPTS = 5;

/** The group's library of contributions, read and written. */
export class Contributions extends ContributionReader {
  /** A file that is to go into the library; nothing is sent yet. */
  public newUpload(fileName: string, content: Blob | Uint8Array): FileUpload {
    return new FileUpload(this.connection, this.library.list, fileName, content);
  }

  /**
   * Puts a file into the library in one go: when it does not get through, it is removed again.
   * @throws SiteError `cancelled` when the signal stopped it, `invalid` when the site refuses the name
   */
  public async upload(fileName: string, content: Blob | Uint8Array, options: UploadOptions = {}): Promise<UploadedFile> {
    const upload = this.newUpload(fileName, content);
    try {
      return await upload.send(options);
    } catch (error) {
      await upload.discard();
      throw error;
    }
  }

  /**
   * Writes the delegate's form. It touches other columns than the service's check, which may run at the same time, so
   * it does not depend on the version unless one is given.
   * @param etag the version that the form was filled in from, where it carries values over from it
   * @throws SiteError `changedByOthers` when the item is no longer at `etag`
   */
  public async describe(id: number, metadata: ContributionMetadata, etag: string = ANY_VERSION): Promise<void> {
    await this.library.update(id, metadataValues(metadata), etag);
  }

  /**
   * Writes the form of a document that the service put into the library for a person, who becomes its author.
   * @param loginName the person's, as the site says it
   * @throws SiteError `invalid` when the site refuses the person or a value, and nothing was written
   */
  public async describeFor(id: number, loginName: string, metadata: ContributionMetadata): Promise<void> {
    await writeInNameOf(this.library.list, id, loginName, metadataValues(metadata));
  }

  /**
   * Writes what the service derived.
   * @param etag the version that it was derived from
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the item was changed since
   */
  public async recordCheck(id: number, etag: string, columns: DerivedColumns): Promise<string> {
    return this.library.update(id, derivedValues(columns, await this.connection.zone()), etag);
  }

  /**
   * Writes what follows from a decision that stands in the Decisions list; the service derives the same.
   * @param etag the version that was decided upon
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the item was changed since `etag`
   */
  public async recordDecided(id: number, etag: string, columns: DecidedColumns): Promise<string> {
    return this.library.update(id, decidedValues(columns, await this.connection.zone()), etag);
  }

  /**
   * Ties a document to an earlier one. Like the form, it touches columns that the service's check leaves alone.
   * @throws SiteError `changedByOthers` when an etag is given and the item is no longer at it
   */
  public async recordPart(id: number, part: ContributionPart, etag: string = ANY_VERSION): Promise<string> {
    return this.library.update(id, partValues(part), etag);
  }

  /**
   * Adds a language to those in which the author supplied the document.
   * @throws SiteError `notFound` when the document is gone
   */
  public async addSuppliedLanguage(id: number, language: Language): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const contribution = await this.get(id);
      if (contribution === undefined) {
        throw new SiteError('notFound', `Contribution ${id} is no longer there`);
      }
      if (contribution.suppliedLanguages.includes(language)) {
        return;
      }
      try {
        await this.library.update(id, suppliedLanguagesValues([...contribution.suppliedLanguages, language]), contribution.etag);
        return;
      } catch (error) {
        // Another language may have been added at the same moment.
        if (!isSiteError(error, 'changedByOthers') || attempt === WRITE_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /**
   * Says as the author that a document is withdrawn. It stays in the library, and its number is never used again.
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the item was changed since `etag`
   */
  public async askWithdrawal(id: number, etag: string): Promise<string> {
    return this.library.update(id, { DocStatus: 'withdrawn' }, etag);
  }
}
