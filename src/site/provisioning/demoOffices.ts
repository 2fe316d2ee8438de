import { REGIONS } from '../../rules/participation';
import type { Region } from '../../rules/participation';
import type { Office } from '../offices';

const REGION_NAMES: Readonly<Record<Region, string>> = {
  africa: 'Africa',
  americas: 'Americas',
  arabStates: 'Arab States',
  asiaPacific: 'Asia-Pacific',
  cis: 'Commonwealth of Independent States',
  europe: 'Europe'
};

/** The group's chair and vice-chairs, and the two vice-chairs of TDAG from each region. Source: TDAG-WG-SOP/5, 2020. */
export const DEMO_OFFICES: readonly Office[] = [
  { kind: 'chair', title: 'Chair of TDAG-WG-SOP (Spain)', region: 'europe' },
  { kind: 'viceChair', title: 'Vice-Chair of TDAG-WG-SOP (Kenya)', region: 'africa' },
  { kind: 'viceChair', title: 'Vice-Chair of TDAG-WG-SOP (Netherlands)', region: 'europe' },
  ...REGIONS.flatMap((region): Office[] => [1, 2].map((number) => ({ kind: 'viceChair', title: `Vice-Chair ${number} of TDAG for ${REGION_NAMES[region]}`, region })))
];
