import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { ContentInspection } from '../documents/checkDocument';
import { FINDING_SEVERITY } from '../documents/findings';
import type { Finding } from '../documents/findings';
import { LANGUAGES } from '../rules/language';
import type { DeskSite } from '../site/deskSite';

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
      readonly sha256: string;
      /** What the content was found to be. */
      readonly inspection: Inspection;
    };

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
    sha256: v.string(),
    inspection: inspectionSchema
  })
]);

/** The service's records of documents, in the site's DeskState list, by the file's unique id. */
export class DocumentRecords {
  public constructor(private readonly deskState: DeskSite['deskState']) {}

  /** @returns undefined when the document is new */
  public async get(uniqueId: string): Promise<DocumentRecord | undefined> {
    const stored = await this.deskState.get(keyOf(uniqueId));
    return stored === undefined ? undefined : v.parse(v.pipe(v.string(), v.parseJson(), storedSchema), stored.value);
  }

  /** Keeps a record. Doing it again with the same record changes nothing. */
  public async set(uniqueId: string, record: DocumentRecord): Promise<void> {
    const value = record.state === 'empty' ? record : { ...record, receivedAt: record.receivedAt.toString() };
    await this.deskState.set(keyOf(uniqueId), JSON.stringify(value));
  }
}

/** A file keeps its unique id when it is renamed or moved, unlike its item's number. */
function keyOf(uniqueId: string): string {
  return `document/${uniqueId.toLowerCase()}`;
}
