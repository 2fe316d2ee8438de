import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { ChangeLog } from '../site/changeLog';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { FollowedList } from '../site/followedLists';
import type { ListChange, ListChanges } from '../site/listChange';

/** SharePoint keeps its change log for 60 days and may not say that a token is too old, so its age decides earlier. */
const OLDEST_TOKEN_DAYS = 50;

const storedPlaceSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ token: v.string(), at: v.pipe(v.string(), v.transform((text) => Temporal.Instant.from(text))) })
);

/** A place in a change log; its token is absent when what is stored is none. */
interface Place {
  readonly token?: string;
  readonly at?: Temporal.Instant;
  /** The stored version; absent when nothing is stored. */
  readonly etag?: string;
}

/**
 * Follows the change log of one list. The place in the log is kept on the site and stored after the effects of a page
 * are there: a stop at any moment repeats a page at worst. The log and the place in it are the queue of the work.
 */
export class ListFollower {
  /** As it was last stored; read again after every failure, as another process may have stored one. */
  private place?: Place;

  public constructor(
    private readonly list: FollowedList,
    private readonly log: Pick<ChangeLog, 'since' | 'currentToken'>,
    private readonly site: Pick<DeskSite, 'deskState' | 'clock'>
  ) {}

  /** The place is read anew: another service may have followed the list meanwhile. */
  public forget(): void {
    this.place = undefined;
  }

  /** Whether it knows a place from which the log can still be followed. */
  public async knowsPlace(): Promise<boolean> {
    const { token, at } = await this.read();
    return token !== undefined && at !== undefined && this.site.clock.now().since(at).total('hours') / 24 <= OLDEST_TOKEN_DAYS;
  }

  /** The place after everything that has happened. */
  public async newest(): Promise<string> {
    return this.log.currentToken();
  }

  /** Goes on from another place. @throws SiteError `changedByOthers` when another process follows the list as well */
  public async moveTo(token: string): Promise<void> {
    const { etag } = await this.read();
    const at = this.site.clock.now();
    this.place = undefined;
    this.place = { token, at, etag: await this.site.deskState.set(this.key, JSON.stringify({ token, at: at.toString() }), etag) };
  }

  /**
   * Catches up with the list, page by page.
   * @param handle has the effects of a page on the site when it ends; it may be called again with the same changes
   * @throws SiteError when the site fails; the next call goes on from the last page that was handled
   */
  public async follow(handle: (changes: readonly ListChange[]) => Promise<void>): Promise<void> {
    for (let more = true; more; ) {
      const { token } = await this.read();
      const page = await this.since(token);
      more = page.more;
      if (page.changes.length > 0) {
        await handle(page.changes);
      }
      // A quiet list gives a younger token from time to time without a change.
      if (page.token !== token) {
        await this.moveTo(page.token);
      }
    }
  }

  /** A token that the site refuses is no place in the log: the next look finds none. */
  private async since(token: string | undefined): Promise<ListChanges> {
    try {
      return await this.log.since(token);
    } catch (error) {
      if (isSiteError(error, 'invalid')) {
        const { etag } = await this.read();
        this.place = etag === undefined ? {} : { etag };
      }
      throw error;
    }
  }

  private get key(): string {
    return `${this.list}/changeToken`;
  }

  private async read(): Promise<Place> {
    this.place ??= await this.stored();
    return this.place;
  }

  private async stored(): Promise<Place> {
    const stored = await this.site.deskState.get(this.key);
    if (stored === undefined) {
      return {};
    }
    const parsed = v.safeParse(storedPlaceSchema, stored.value);
    // A value that somebody edited by hand is no place in the log.
    return { ...(parsed.success ? parsed.output : {}), etag: stored.etag };
  }
}
