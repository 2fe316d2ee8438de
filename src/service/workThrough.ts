import pMap from 'p-map';

/**
 * Does a piece of work for each of some things, several at a time. When one fails or a stop is asked for, no more are begun and
 * those under way are waited for, so that nothing goes on behind the caller's back.
 * @throws the first failure
 */
export async function workThrough<Thing>(things: readonly Thing[], atATime: number, work: (thing: Thing) => Promise<void>, stop?: AbortSignal): Promise<void> {
  const failures: unknown[] = [];
  await pMap(
    things,
    async (thing) => {
      if (failures.length === 0 && stop?.aborted !== true) {
        await work(thing).catch((error: unknown) => failures.push(error));
      }
    },
    { concurrency: atATime }
  );
  if (failures.length > 0) {
    throw failures[0];
  }
}
