import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import { failure } from '../log';
import type { Log } from '../log';

/** What the storage answers when a message went to somebody else, or is gone. */
const NOT_OURS = ['MessageNotFound', 'PopReceiptMismatch'];

/** So often within the time that a message is hidden its hiding is renewed; one renewal may then fail. */
const RENEWALS = 3;

/** Work that hangs must not hide its message for ever: after so many times the first hiding it shows again. */
const LONGEST_HIDINGS = 30;

/**
 * A message that this service works on. The queue hides it from the others for a time, which is renewed until the message
 * is settled; when the service ends without settling it, it shows again by itself.
 */
export class HeldMessage {
  public readonly id: string;
  public readonly text: string;
  /** When it was sent, by the storage's clock. */
  public readonly insertedOn: Date;
  /** How often it was taken from the queue, this time included. */
  public readonly dequeueCount: number;
  private receipt: string;
  private readonly timer: NodeJS.Timeout;
  private renewal: Promise<void> = Promise.resolve();
  private isOurs = true;
  private renewals = 0;

  public constructor(
    private readonly queue: QueueClient,
    message: DequeuedMessageItem,
    hiddenSeconds: number,
    private readonly log: Log
  ) {
    this.id = message.messageId;
    this.text = message.messageText;
    this.insertedOn = message.insertedOn;
    this.dequeueCount = message.dequeueCount;
    this.receipt = message.popReceipt;
    this.timer = setInterval(() => this.renew(hiddenSeconds), (hiddenSeconds * 1000) / RENEWALS).unref();
  }

  /** The work is done. */
  public async remove(): Promise<void> {
    await this.settle(async () => void (await this.queue.deleteMessage(this.id, this.receipt)));
  }

  /** Gives it back, to be taken by anybody after a pause. @param seconds whole seconds, 0 for at once */
  public async giveBack(seconds: number): Promise<void> {
    await this.settle(async () => void (await this.queue.updateMessage(this.id, this.receipt, undefined, seconds)));
  }

  private renew(hiddenSeconds: number): void {
    this.renewals += 1;
    if (this.renewals > LONGEST_HIDINGS * RENEWALS) {
      clearInterval(this.timer);
      this.log.warn({ event: 'job.hangs', id: this.id });
      return;
    }
    this.renewal = this.renewal.then(async () => {
      try {
        this.receipt = (await this.queue.updateMessage(this.id, this.receipt, undefined, hiddenSeconds)).popReceipt ?? this.receipt;
      } catch (error) {
        if (isNotOurs(error)) {
          this.isOurs = false;
          clearInterval(this.timer);
        }
        this.log.warn({ event: 'job.notRenewed', id: this.id, ...failure(error) });
      }
    });
  }

  /** One that went to somebody else is theirs to settle. */
  private async settle(act: () => Promise<void>): Promise<void> {
    clearInterval(this.timer);
    await this.renewal;
    if (!this.isOurs) {
      return;
    }
    this.isOurs = false;
    try {
      await act();
    } catch (error) {
      if (!isNotOurs(error)) {
        throw error;
      }
    }
  }
}

function isNotOurs(error: unknown): boolean {
  return NOT_OURS.includes(String((error as { code?: unknown } | undefined)?.code));
}
