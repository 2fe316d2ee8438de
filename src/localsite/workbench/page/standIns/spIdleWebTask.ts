/* Stands in for `@msinternal/sp-idle-web-task`: nothing is fetched ahead of need. */

export const PrefetchDependencyPriority = { high: 0, low: 1 };

export const IdleTaskPriority = { OPTIONAL_HIGH: 0 };

export const IdleTaskQueue = { instance: { enqueueTask: (): void => undefined, removeTask: (): void => undefined } };

/** A queue that fetches nothing. */
export function createPrefetchDependencyQueue(): { prefetchByPriorityWhenIdle: () => void; cancelPrefetching: () => void } {
  return { prefetchByPriorityWhenIdle: () => undefined, cancelPrefetching: () => undefined };
}
