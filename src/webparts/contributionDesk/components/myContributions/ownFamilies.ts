import type { Contribution } from '../../../../site/contribution';
import type { Contributions } from '../../../../site/contributions';

/** How far up the documents that a person's own belong to are followed. */
const GENERATIONS = 4;

/**
 * A person's newest contributions and the documents to which these belong, so that every earlier one can be reached,
 * also when it is old or somebody else's. An empty one may be on its way just now; it is passed over until the service
 * has found it to be incomplete.
 * @param wantedId one that is among them however old it is
 */
export async function readOwnFamilies(contributions: Contributions, userId: number, limit: number, wantedId?: number): Promise<Contribution[]> {
  const own = (await contributions.createdByUser(userId, limit)).filter(({ size, docStatus }) => size > 0 || docStatus !== undefined);
  const known = new Map(own.map((each) => [each.id, each]));
  const missing = new Set<number>();
  const wanted = wantedId === undefined || known.has(wantedId) ? undefined : await contributions.get(wantedId);
  if (wanted !== undefined) {
    known.set(wanted.id, wanted);
  }
  for (let generation = 0; generation < GENERATIONS; generation += 1) {
    const above = [...new Set([...known.values()].flatMap(({ partOf }) => partOf ?? []))].filter((id) => !known.has(id) && !missing.has(id));
    const found = await Promise.all(above.map((id) => contributions.get(id)));
    found.forEach((each, index) => (each === undefined ? missing.add(above[index]) : known.set(each.id, each)));
  }
  return [...known.values()];
}
