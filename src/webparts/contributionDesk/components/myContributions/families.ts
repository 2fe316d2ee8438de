import type { Contribution } from '../../../../site/contribution';

/** A document with all that revises, adds to, corrects, translates or replaces it or one of these. */
export interface Family<Member> {
  readonly root: Member;
  /** The oldest first. */
  readonly parts: readonly Member[];
}

/**
 * The same contributions as families, in the order of their first members. What belongs to a document outside the
 * list, or to itself in a circle, stands by itself.
 */
export function familiesOf<Member extends Pick<Contribution, 'id' | 'partOf'>>(contributions: readonly Member[]): Family<Member>[] {
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
  const roots = [...new Set(contributions.map(rootOf))];
  return roots.map((root) => ({
    root,
    parts: contributions.filter((each) => each !== root && rootOf(each) === root).sort((a, b) => a.id - b.id)
  }));
}
