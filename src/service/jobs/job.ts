import * as v from 'valibot';

/** What can be done by any of several services. Each kind has a queue of its own, so that a slow one holds up no other. */
export const JOB_KINDS = ['checkDocument', 'remindSubscribers', 'mailReminders'] as const;

/** One of {@link JOB_KINDS}. */
export type JobKind = (typeof JOB_KINDS)[number];

/** The number of an item in a list of the site. */
const itemId = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Positions of subscribers in the order in which they are gone through. */
const places = v.strictObject({ from: itemId, to: itemId });

const schemas = {
  /** Check a document of the library as it is when the job is done. */
  checkDocument: v.strictObject({ contributionId: itemId }),
  /** Remind the channels, group chats and people at these places in the lists of subscribers, both ends included. */
  remindSubscribers: places,
  /** The same for mailing addresses. */
  mailReminders: places
} satisfies Record<JobKind, v.GenericSchema>;

/** What a job of a kind is about: ids of the site's items and nothing else, so that a queue holds nothing of documents or people. */
export type JobOf<Kind extends JobKind> = v.InferOutput<(typeof schemas)[Kind]>;

/** A job with what its message says of its past. */
export interface JobMessage<Kind extends JobKind> {
  readonly job: JobOf<Kind>;
  /** How often it was put off. */
  readonly putOff: number;
}

/** A message is far shorter; a longer one was not sent by the service. */
const LONGEST_TEXT = 1000;

const envelopeSchema = v.pipe(v.string(), v.maxLength(LONGEST_TEXT), v.parseJson(), v.strictObject({ job: v.unknown(), putOff: v.pipe(v.number(), v.integer(), v.minValue(0)) }));

/** A job as it stands in its queue. */
export function writeJob<Kind extends JobKind>({ job, putOff }: JobMessage<Kind>): string {
  return JSON.stringify({ job, putOff });
}

/**
 * Reads a message. What a queue holds is not trusted: whoever has the storage account's key can write there.
 * @returns undefined when it is no job of the kind
 */
export function readJob<Kind extends JobKind>(kind: Kind, text: string): JobMessage<Kind> | undefined {
  const envelope = v.safeParse(envelopeSchema, text);
  const job = v.safeParse(schemas[kind], envelope.success ? envelope.output.job : undefined);
  return envelope.success && job.success ? { job: job.output as JobOf<Kind>, putOff: envelope.output.putOff } : undefined;
}
