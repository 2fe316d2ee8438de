import type { HeldMessage } from './heldMessage';
import { JOB_KINDS } from './job';
import type { JobKind } from './job';
import type { DeadLetter, JobQueue } from './jobQueue';
import type { JobStorage } from './jobStorage';

/** How long dead letters are hidden from another who looks after them at the same time. */
const HIDDEN_SECONDS = 60;

/** A dead letter as it is shown. */
export interface ListedLetter extends DeadLetter {
  readonly kind: JobKind;
  readonly id: string;
  /** When it became one, by the storage's clock, as ISO text. */
  readonly since: string;
}

/** What is done with a dead letter: its job is sent again, or it is thrown away. */
export type LetterAct = 'retry' | 'delete';

/** The dead letters of all kinds of jobs, for whoever looks after the service. */
export class DeadLetterDesk {
  public constructor(private readonly storage: Pick<JobStorage, 'queue'>) {}

  /** All of them, by kind. @throws when the storage fails */
  public async list(): Promise<ListedLetter[]> {
    const listed: ListedLetter[] = [];
    await this.each(async (queue, letter) => {
      listed.push({ kind: queue.kind, id: letter.id, since: letter.insertedOn.toISOString(), ...queue.readDeadLetter(letter) });
    });
    return listed;
  }

  /**
   * Does something with one dead letter, or with all.
   * @param which an id, or `all`
   * @returns those that it was done with, and those that cannot be sent again because nobody can read them
   * @throws when the storage fails; what is done stays done
   */
  public async act(act: LetterAct, which: string): Promise<{ readonly done: number; readonly unreadable: number }> {
    let done = 0;
    let unreadable = 0;
    await this.each(async (queue, letter) => {
      if (which !== 'all' && letter.id !== which) {
        return;
      }
      if (act === 'retry') {
        const message = queue.read(queue.readDeadLetter(letter));
        if (message === undefined) {
          unreadable += 1;
          return;
        }
        // Sent first: a stop in between leaves the letter, and a job that is done twice does no harm.
        await queue.send(message.job);
      }
      await letter.remove();
      done += 1;
    });
    return { done, unreadable };
  }

  /** Goes through the letters; those that are not removed are given back in the end. */
  private async each(look: <Kind extends JobKind>(queue: JobQueue<Kind>, letter: HeldMessage) => Promise<void>): Promise<void> {
    for (const kind of JOB_KINDS) {
      const queue = this.storage.queue(kind);
      const taken: HeldMessage[] = [];
      try {
        for (let letter = await queue.takeDeadLetter(HIDDEN_SECONDS); letter !== undefined; letter = await queue.takeDeadLetter(HIDDEN_SECONDS)) {
          taken.push(letter);
          await look(queue, letter);
        }
      } finally {
        await Promise.all(taken.map((letter) => letter.giveBack(0)));
      }
    }
  }
}
