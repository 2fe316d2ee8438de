/** The widest range of ids that is asked for at once: with a few rows an id it stays below the site's threshold of 5,000. */
const WIDEST_RANGE = 1000;

/** Ranges of ids, both ends included, that together hold all of some ids: neighbours are read in one request. */
export function idRanges(ids: readonly number[]): [from: number, to: number][] {
  const ranges: [from: number, to: number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && id - last[0] < WIDEST_RANGE) {
      last[1] = id;
    } else {
      ranges.push([id, id]);
    }
  }
  return ranges;
}
