import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { DeskSite } from '../../site/deskSite';
import { bothEvidence } from '../arrival';
import type { ChangeEvidence } from '../arrival';

const instantSchema = v.pipe(v.string(), v.transform((text) => Temporal.Instant.from(text)));
const storedSchema = v.pipe(v.string(), v.parseJson(), v.object({ enteredAt: v.exactOptional(instantSchema), lastChangedAt: v.exactOptional(instantSchema) }));

/**
 * What the library's log says of documents that nobody has checked yet, kept on the site. Whoever follows the log files it
 * before the check is sent as a job: the check may be done by another service, jobs of one document may change places, and
 * what decides about an arrival does not belong into a queue.
 */
export class FiledEvidence {
  public constructor(private readonly deskState: Pick<DeskSite['deskState'], 'get' | 'set' | 'remove'>) {}

  /** Adds what the log says of a document to what is filed. @throws SiteError */
  public async file(itemId: number, evidence: ChangeEvidence): Promise<void> {
    const known = await this.of(itemId);
    const both = JSON.stringify(bothEvidence(known, evidence));
    if (both !== JSON.stringify(known ?? {})) {
      await this.deskState.set(keyOf(itemId), both);
    }
  }

  /** What is filed of a document. @throws SiteError */
  public async of(itemId: number): Promise<ChangeEvidence | undefined> {
    const stored = await this.deskState.get(keyOf(itemId));
    const read = v.safeParse(storedSchema, stored?.value);
    return read.success ? read.output : undefined;
  }

  /** The document has arrived or is gone: nothing more follows from the log. @throws SiteError */
  public async remove(itemId: number): Promise<void> {
    await this.deskState.remove(keyOf(itemId));
  }
}

function keyOf(itemId: number): string {
  return `evidence/${itemId}`;
}
