import { REGIONS } from '../../rules/participation';
import type { Region } from '../../rules/participation';
import { coordinatorCard, coordinatorsCard } from '../cards/coordinatorCard';
import type { RegionOffices } from '../cards/coordinatorCard';
import type { DeskCard } from '../cards/deskCard';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** Who coordinates a region, or which regions have a coordinator, with the vice-chairs from there. */
export async function answerCoordinator(region: Region | undefined, { facts }: AnswerSources, { deskUrl, translator }: AnswerContext): Promise<DeskCard> {
  const [delegations, offices] = await Promise.all([facts.delegations(), facts.offices()]);
  const ofRegion = (wanted: Region): RegionOffices => ({
    region: wanted,
    coordinators: delegations.filter((delegation) => delegation.region === wanted && delegation.coordinator !== undefined),
    viceChairs: offices.filter((office) => office.kind === 'viceChair' && office.region === wanted)
  });
  return region === undefined ? coordinatorsCard(REGIONS.map(ofRegion), translator) : coordinatorCard(ofRegion(region), deskUrl, translator);
}
