import { delegationKey } from './delegationName';

/** The regions of the ITU. */
export const REGIONS = ['africa', 'americas', 'arabStates', 'asiaPacific', 'cis', 'europe'] as const;
/** One of {@link REGIONS}. */
export type Region = (typeof REGIONS)[number];

/** What a region's delegations did for a meeting. */
export interface RegionParticipation {
  readonly region: Region;
  readonly delegations: number;
  readonly contributions: number;
  readonly languageRequests: number;
}

/**
 * Participation by region. A State counts in its region whether or not it is a member of the regional organization
 * (TDAG-WG-SOP/5: Cuba and CITEL).
 * @param sources the sources of the meeting's contributions, as their authors wrote them
 * @param requesting the delegations that asked for interpretation, one entry a request
 * @returns the six regions in their order, and how many contributions come from none of the delegations
 */
export function participationByRegion(
  delegations: readonly { readonly name: string; readonly region?: Region }[],
  sources: readonly string[],
  requesting: readonly string[]
): { readonly regions: RegionParticipation[]; readonly elsewhere: number } {
  const regionOf = new Map(delegations.map(({ name, region }) => [delegationKey(name), region]));
  const count = (names: readonly string[], region: Region): number => names.filter((name) => regionOf.get(delegationKey(name)) === region).length;
  return {
    regions: REGIONS.map((region) => ({
      region,
      delegations: delegations.filter((delegation) => delegation.region === region).length,
      contributions: count(sources, region),
      languageRequests: count(requesting, region)
    })),
    elsewhere: sources.filter((source) => regionOf.get(delegationKey(source)) === undefined).length
  };
}
