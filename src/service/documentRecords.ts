import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { ContentInspection } from '../documents/checkDocument';
import { FINDING_SEVERITY } from '../documents/findings';
import type { Finding } from '../documents/findings';
import { PURPOSES, STANDINGS } from '../rules/contribution';
import { LANGUAGES } from '../rules/language';
import type { StandingPromise } from '../rules/rederivation';
import type { Contribution } from '../site/contribution';
import type { DeskSite } from '../site/deskSite';
import { idRanges } from './idRanges';

/**
 * What the service itself knows about a document, kept where only the service and the secretariat can write. The
 * library's own columns are no such place: every delegate may edit them, so a delegate could write an early arrival
 * time. The columns are therefore a copy of this record and are put right when they differ from it.
 */
export type DocumentRecord =
  /** The file was here without content; it has not arrived yet. */
  | { readonly state: 'empty' }
  | {
      readonly state: 'arrived';
      /** The first arrival; it stays, whatever happens to the file. */
      readonly receivedAt: Temporal.Instant;
      /** The content that `sha256` belongs to. */
      readonly contentTag: string;
      /** Absent when the content is too large to be read. */
      readonly sha256?: string;
      /** What the content was found to be. */
      readonly inspection: Inspection;
      /** The standing that it was given; see rules/rederivation. */
      readonly promise?: StandingPromise;
      /** How often the standing changed with its meeting; tells one notice to the author from the next. */
      readonly promiseChanges?: number;
      /** The earlier document with the same content, as it was found when the content was new, while it is so. */
      readonly sameContentAs?: string;
    };

/** The record of a document that has arrived. */
export type ArrivedRecord = Extract<DocumentRecord, { state: 'arrived' }>;

/** A record as it is stored. */
export interface FiledRecord {
  readonly record: DocumentRecord;
  /** The library's id of the document under which it is filed; absent for one that was filed by its key alone. */
  readonly item?: number;
}

/** What is kept of the inspection of a content; its text is not. */
export type Inspection = Pick<ContentInspection, 'type' | 'findings' | 'language'>;

function isFinding(value: unknown): value is Finding {
  return typeof value === 'object' && value !== null && 'code' in value && Object.hasOwn(FINDING_SEVERITY, String(value.code));
}

const inspectionSchema = v.object({
  type: v.optional(v.picklist(['docx', 'pdf', 'pptx', 'xlsx'])),
  findings: v.array(v.custom<Finding>(isFinding)),
  language: v.optional(v.object({ language: v.picklist(LANGUAGES), confidence: v.number() }))
});

const storedSchema = v.variant('state', [
  v.object({ state: v.literal('empty') }),
  v.object({
    state: v.literal('arrived'),
    receivedAt: v.pipe(v.string(), v.transform((text) => Temporal.Instant.from(text))),
    contentTag: v.string(),
    promise: v.optional(v.object({ standing: v.picklist(STANDINGS), meetingId: v.number(), purpose: v.picklist(PURPOSES) })),
    promiseChanges: v.optional(v.number()),
    sha256: v.optional(v.string()),
    inspection: inspectionSchema,
    sameContentAs: v.optional(v.string())
  })
]);

const recordSchema = v.pipe(v.string(), v.parseJson(), storedSchema);

/** What identifies a document here: the file for good, the item for reading many at once. */
export type DocumentKey = Pick<Contribution, 'id' | 'uniqueId'>;

/** The service's records of documents, in the site's DeskState list, by the file's unique id. */
export class DocumentRecords {
  public constructor(private readonly deskState: Pick<DeskSite['deskState'], 'get' | 'set' | 'aboutItems'>) {}

  /** @returns undefined when the document is new */
  public async get({ uniqueId }: DocumentKey): Promise<FiledRecord | undefined> {
    const stored = await this.deskState.get(keyOf(uniqueId));
    return stored === undefined ? undefined : filed(stored);
  }

  /**
   * The records of documents by their ids in the library. One request reads those of neighbouring ids; what is not
   * filed under its item yet, or under another one as before the file was moved here, is looked up by its key.
   */
  public async ofPage(documents: readonly DocumentKey[]): Promise<ReadonlyMap<number, FiledRecord>> {
    const found = new Map<string, FiledRecord>();
    for (const [from, to] of idRanges(documents.map(({ id }) => id))) {
      for (const stored of await this.deskState.aboutItems(from, to)) {
        found.set(stored.key, filed(stored));
      }
    }
    const records = new Map<number, FiledRecord>();
    for (const document of documents) {
      const record = found.get(keyOf(document.uniqueId)) ?? (await this.get(document));
      if (record !== undefined) {
        records.set(document.id, record);
      }
    }
    return records;
  }

  /** Keeps a record. Doing it again with the same record changes nothing. */
  public async set({ id, uniqueId }: DocumentKey, record: DocumentRecord): Promise<void> {
    const value = record.state === 'empty' ? record : { ...record, receivedAt: record.receivedAt.toString() };
    await this.deskState.set(keyOf(uniqueId), JSON.stringify(value), undefined, id);
  }
}

function filed({ value, item }: { readonly value: string; readonly item?: number }): FiledRecord {
  return { record: v.parse(recordSchema, value), ...(item === undefined ? {} : { item }) };
}

/** A file keeps its unique id when it is renamed or moved, unlike its item's number. */
function keyOf(uniqueId: string): string {
  return `document/${uniqueId.toLowerCase()}`;
}
