import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { DeskSite } from '../site/deskSite';
import { bothEvidence } from './arrival';
import type { ChangeEvidence } from './arrival';

const STATE_KEY = 'contributions/waiting';

/** A document that could not be checked is tried again after a minute, then after twice as long each time, up to this. */
const LONGEST_PAUSE_MINUTES = 60;

/** More than this many wait for no other reason than that the site is in trouble, or somebody makes it some. */
const MOST_WAITING = 1000;

const instantSchema = v.pipe(v.string(), v.transform((text) => Temporal.Instant.from(text)));
const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ id: v.number(), tries: v.number(), at: instantSchema, enteredAt: v.optional(instantSchema), lastChangedAt: v.optional(instantSchema) }))
);

interface Waiting {
  /** How often in a row it could not be checked. */
  readonly tries: number;
  readonly at: Temporal.Instant;
  readonly evidence: ChangeEvidence;
}

/**
 * Documents that are to be looked at again although the change log may say nothing more of them: somebody has them
 * checked out, the site refused a write, or their content is still on its way. Kept on the site, with what the log said
 * of their arrival, because the log is not read again from there.
 */
export class WaitingDocuments {
  private entries?: Map<number, Waiting>;
  private stored = '';

  public constructor(private readonly site: Pick<DeskSite, 'deskState' | 'clock'>) {}

  /** Their number. */
  public count(): number {
    return this.entries?.size ?? 0;
  }

  /** Those whose time has come. */
  public async due(): Promise<number[]> {
    // Read first: before its first answer the site's time is not known.
    const entries = await this.read();
    const now = this.site.clock.now();
    return [...entries].filter(([, { at }]) => Temporal.Instant.compare(at, now) <= 0).map(([id]) => id);
  }

  /** All of them, whether or not their time has come. */
  public async all(): Promise<number[]> {
    return [...(await this.read()).keys()];
  }

  /** What the log said of a document when it began to wait, with what it says now. */
  public async evidence(id: number, now: ChangeEvidence | undefined): Promise<ChangeEvidence | undefined> {
    const waiting = (await this.read()).get(id);
    return waiting === undefined ? now : bothEvidence(waiting.evidence, now ?? {});
  }

  /**
   * Lets a document that could not be checked wait, longer each time.
   * @returns whether there was room for it; otherwise only its next change brings it up again
   */
  public async tryLater(id: number, evidence: ChangeEvidence | undefined): Promise<boolean> {
    const tries = ((await this.read()).get(id)?.tries ?? 0) + 1;
    return this.wait(id, { tries, evidence: evidence ?? {} }, Math.min(2 ** (tries - 1), LONGEST_PAUSE_MINUTES));
  }

  /** Lets a document wait whose content may still come. @returns as {@link tryLater} */
  public async awaitContent(id: number, evidence: ChangeEvidence | undefined): Promise<boolean> {
    return this.wait(id, { tries: 0, evidence: evidence ?? {} }, LONGEST_PAUSE_MINUTES);
  }

  /** A document was checked, or is gone. */
  public async done(id: number): Promise<void> {
    (await this.read()).delete(id);
  }

  /** Keeps the list on the site; to be done before the place in the change log is stored. */
  public async save(): Promise<void> {
    const value = JSON.stringify([...(await this.read())].map(([id, { tries, at, evidence }]) => ({ id, tries, at, ...evidence })));
    if (value !== this.stored) {
      await this.site.deskState.set(STATE_KEY, value);
      this.stored = value;
    }
  }

  private async wait(id: number, waiting: Omit<Waiting, 'at'>, minutes: number): Promise<boolean> {
    const entries = await this.read();
    const hasRoom = entries.has(id) || entries.size < MOST_WAITING;
    if (hasRoom) {
      entries.set(id, { ...waiting, at: this.site.clock.now().add({ minutes }) });
    }
    return hasRoom;
  }

  private async read(): Promise<Map<number, Waiting>> {
    if (this.entries === undefined) {
      this.stored = (await this.site.deskState.get(STATE_KEY))?.value ?? '[]';
      const parsed = v.safeParse(storedSchema, this.stored);
      this.entries = new Map((parsed.success ? parsed.output : []).map(({ id, tries, at, ...evidence }) => [id, { tries, at, evidence }]));
    }
    return this.entries;
  }
}
