import type { Contribution } from '../../../../site/contribution';

/**
 * The same contributions, each followed at once by what revises, adds to, corrects, translates or replaces it, oldest
 * part first. What belongs to a document outside the list, or to itself in a circle, stands by itself.
 */
export function familyOrder<Member extends Pick<Contribution, 'id' | 'partOf'>>(contributions: readonly Member[]): Member[] {
  const byId = new Map(contributions.map((each) => [each.id, each]));
  const rootOf = (member: Member): Member => {
    const seen = new Set<number>();
    let root = member;
    for (let parent = byId.get(root.partOf ?? 0); parent !== undefined; parent = byId.get(root.partOf ?? 0)) {
      if (seen.has(root.id)) {
        return member;
      }
      seen.add(root.id);
      root = parent;
    }
    return root;
  };
  return contributions
    .filter((each) => rootOf(each) === each)
    .flatMap((root) => [root, ...contributions.filter((each) => each !== root && rootOf(each) === root).sort((a, b) => a.id - b.id)]);
}
