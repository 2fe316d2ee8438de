import type { Group } from './group';
import type { HealthReport } from './health';
import type { ReadinessState } from './readiness';

/** The groups of a service by the last part of their paths. */
export type GroupsByName = Readonly<Record<string, Pick<Group, 'readiness' | 'health'>>>;

/** Whether a service of several groups can be given work, and each of them. */
export interface JointReadiness {
  readonly status: ReadinessState['status'] | 'partlyReady';
  readonly groups: Readonly<Record<string, ReadinessState>>;
}

/** Whether all is well with each group; a group's own report has the details. */
export interface JointHealth {
  readonly status: HealthReport['status'];
  readonly groups: Readonly<Record<string, HealthReport['status']>>;
}

/**
 * Whether the service can be given work: not before each group knows whether it can, and then as long as one of them can.
 * A host sends nothing at all to a service that is not ready, so one group's site must not decide for the others.
 */
export function jointReadiness(groups: GroupsByName): JointReadiness {
  const states = Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.readiness()]));
  const has = (status: ReadinessState['status']): boolean => Object.values(states).some((each) => each.status === status);
  const undecided = (['stopping', 'starting'] as const).find(has);
  const status = undecided ?? (!has('siteUnavailable') ? 'ready' : has('ready') ? 'partlyReady' : 'siteUnavailable');
  return { status, groups: states };
}

/** The groups' states without their details; in trouble as soon as one of them is. */
export function jointHealth(groups: GroupsByName): JointHealth {
  const states = Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.health().status]));
  return { status: Object.values(states).find((status) => status !== 'ok') ?? 'ok', groups: states };
}
