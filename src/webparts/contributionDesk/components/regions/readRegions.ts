import { participationByRegion, REGIONS } from '../../../../rules/participation';
import type { Region, RegionParticipation } from '../../../../rules/participation';
import type { DelegateSite } from '../../../../site/delegateSite';
import type { Delegation } from '../../../../site/delegations';
import type { LanguageSite } from '../../../../site/languageSite';
import type { Office } from '../../../../site/offices';

/** A region with who belongs to it. */
export interface RegionRecord {
  readonly region: Region;
  readonly viceChairs: readonly Office[];
  readonly delegations: readonly Delegation[];
}

/** The regions of the group and what they did for a meeting. */
export interface RegionsRecord {
  readonly regions: readonly RegionRecord[];
  readonly participation: readonly RegionParticipation[];
  /** Contributions that come from none of the delegations. */
  readonly elsewhere: number;
}

/** Reads the delegations and offices by region, and a meeting's contributions and requests. */
export async function readRegions({ contributions }: DelegateSite, { delegations, offices, languageRequests }: LanguageSite, meetingId: number): Promise<RegionsRecord> {
  const [all, held, requests, sources] = await Promise.all([delegations.all(), offices.all(), languageRequests.ofMeeting(meetingId), sourcesOf(contributions, meetingId)]);
  const { regions, elsewhere } = participationByRegion(
    all,
    sources,
    requests.filter(({ status }) => status === 'active').map(({ delegation }) => delegation)
  );
  return {
    regions: REGIONS.map((region) => ({
      region,
      viceChairs: held.filter((office) => office.kind === 'viceChair' && office.region === region),
      delegations: all.filter((delegation) => delegation.region === region)
    })),
    participation: regions,
    elsewhere
  };
}

/** The sources of a meeting's contributions; what belongs to an earlier one is not counted again, nor what was withdrawn. */
async function sourcesOf(contributions: DelegateSite['contributions'], meetingId: number): Promise<string[]> {
  const sources: string[] = [];
  for await (const { source, partKind, docStatus } of contributions.ofMeeting(meetingId)) {
    if (source !== undefined && partKind === undefined && docStatus !== 'withdrawn') {
      sources.push(source);
    }
  }
  return sources;
}
