/** How long a condition may take before the test gives up; generous, because machines differ. */
const LONGEST_WAIT_MS = 60_000;
const PAUSE_MS = 50;

/**
 * Waits until an expectation holds: tries it again until it no longer throws.
 * @throws the last failure of the expectation
 */
export async function eventually<T>(expectation: () => T | Promise<T>, longestWaitMs: number = LONGEST_WAIT_MS): Promise<T> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return await expectation();
    } catch (failure) {
      if (waited >= longestWaitMs) {
        throw failure;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
