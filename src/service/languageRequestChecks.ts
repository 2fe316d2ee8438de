import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { isSameDelegation } from '../rules/delegationName';
import { REQUEST_STATUSES, requestStateOf } from '../rules/languageRequest';
import type { RequestState, RequestVoices } from '../rules/languageRequest';
import { representedBy } from '../site/delegations';
import type { Delegation } from '../site/delegations';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { ListedRequest, NumberedVersion } from '../site/languageRequests';
import type { Log } from './log';

/** What the checks work with. */
export interface LanguageRequestChecksParts {
  readonly site: Pick<DeskSite, 'languageRequests' | 'delegations' | 'deskState' | 'isSecretariat'>;
  readonly log: Log;
}

/** What is known of a request: what its history came to, up to a version. */
interface KnownRequest {
  readonly through: number;
  readonly state?: RequestState;
}

const NOTHING_KNOWN: KnownRequest = { through: 0 };

const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    through: v.number(),
    state: v.optional(
      v.object({
        status: v.picklist(REQUEST_STATUSES),
        requestedAt: v.pipe(v.string(), v.transform((text) => Temporal.Instant.from(text))),
        requestedBy: v.string()
      })
    )
  })
);

/**
 * Checks requests for interpretation: every delegate may write in their list, so what a row says counts only as far as
 * its versions show that somebody wrote it who may speak for the delegation. When a delegation's representatives
 * change, what the former ones asked stands: the history is judged once, as it is written.
 */
export class LanguageRequestChecks {
  public constructor(private readonly parts: LanguageRequestChecksParts) {}

  /**
   * Checks requests and puts their rows right. One that is gone is passed over. Doing it again writes nothing.
   * @throws SiteError when the site fails
   */
  public async check(ids: Iterable<number>): Promise<void> {
    const { site } = this.parts;
    let delegations: readonly Delegation[] | undefined;
    let ownAccount: string | undefined;
    for (const id of ids) {
      delegations ??= await site.delegations.all();
      ownAccount ??= await site.languageRequests.ownAccount();
      await this.checkOne(id, delegations, ownAccount);
    }
  }

  private async checkOne(id: number, delegations: readonly Delegation[], ownAccount: string): Promise<void> {
    const { site, log } = this.parts;
    const request = await site.languageRequests.get(id);
    if (request === undefined) {
      return;
    }
    const known = await this.known(id);
    const versions = (await site.languageRequests.versions(id)).filter(({ number }) => number > known.through);
    const state = requestStateOf(versions, await this.speakers(request.delegation, versions, delegations, ownAccount), known.state);
    const through = versions.at(-1)?.number ?? known.through;
    // Kept first: a stop before the row is put right leaves it to the next check, which comes to the same.
    if (through !== known.through) {
      await site.deskState.set(keyOf(id), JSON.stringify({ through, state: state && { ...state, requestedAt: state.requestedAt.toString() } }));
    }
    if (saysAlready(request, state)) {
      return;
    }
    try {
      await site.languageRequests.recordState(id, request.etag, state);
      log.info({ event: 'languageRequest.corrected', itemId: id, status: state?.status ?? 'refused' });
    } catch (error) {
      // Whoever changed it meanwhile brings it up again by that.
      if (!isSiteError(error, 'changedByOthers', 'notFound')) {
        throw error;
      }
    }
  }

  private async known(id: number): Promise<KnownRequest> {
    const stored = await this.parts.site.deskState.get(keyOf(id));
    const parsed = v.safeParse(storedSchema, stored?.value);
    return parsed.success ? parsed.output : NOTHING_KNOWN;
  }

  /** Who of those that wrote, or for whom the service wrote, may speak for a delegation: its representatives and the secretariat. */
  private async speakers(delegation: string, versions: readonly NumberedVersion[], delegations: readonly Delegation[], ownAccount: string): Promise<RequestVoices> {
    const isService = (account: string): boolean => account === ownAccount;
    const allowed = new Set<string>();
    for (const address of new Set(versions.flatMap(({ writtenBy, onBehalfOf = '' }) => (isService(writtenBy) ? [onBehalfOf] : [writtenBy])))) {
      const isRepresentative = representedBy(delegations, address).some(({ name }) => isSameDelegation(name, delegation));
      // Nobody asks for a delegation that is not on the list, not even the secretariat: it would count as one.
      const isKnown = delegations.some(({ name }) => isSameDelegation(name, delegation));
      if (isRepresentative || (isKnown && address !== '' && (await this.parts.site.isSecretariat(address)))) {
        allowed.add(address);
      }
    }
    return { isService, maySpeak: (address) => allowed.has(address) };
  }
}

/** Whether a row says what its history comes to; the library keeps whole seconds. */
function saysAlready(request: ListedRequest, state: RequestState | undefined): boolean {
  if (state === undefined) {
    return request.status === 'refused';
  }
  const seconds = ({ epochMilliseconds }: Temporal.Instant): number => Math.floor(epochMilliseconds / 1000);
  return request.status === state.status && request.requestedBy.toLowerCase() === state.requestedBy && seconds(request.requestedAt) === seconds(state.requestedAt);
}

function keyOf(id: number): string {
  return `languageRequest/${id}`;
}
