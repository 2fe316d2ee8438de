import { pauseSeconds } from '../backoff';

/** How fast the shared work goes, by the machine's and the storage's clocks: never a time of the product. */
export interface JobPace {
  /** How long a job that is worked on stays hidden from others without being renewed; after a crash it shows again by then. */
  readonly hiddenSeconds: number;
  /** How often an empty queue is looked at. */
  readonly idleSeconds: number;
  /** So often a job is taken before it becomes a dead letter. */
  readonly mostDequeues: number;
  /** How long whoever plans holds that right without renewing it: 15 to 60, as Azure allows. */
  readonly leaseSeconds: number;
  /** How often the jobs and dead letters are counted. */
  readonly watchSeconds: number;
  /** How long a stop waits for jobs to end before it hands them back. */
  readonly graceSeconds: number;
  /** Seconds until a job is tried again that failed so often. */
  pause(attempts: number): number;
}

/** The pace of the service: with its pauses, eight tries last about an hour. */
export const JOB_PACE: JobPace = {
  hiddenSeconds: 60,
  idleSeconds: 5,
  mostDequeues: 8,
  leaseSeconds: 60,
  watchSeconds: 30,
  graceSeconds: 5,
  pause: (attempts) => pauseSeconds({ attempts }, Math.random())
};
