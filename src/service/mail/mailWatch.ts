import type { DeskSite } from '../../site/deskSite';
import { isMailingKey, mailingAddressOf } from '../../site/mailingAddress';
import type { Log } from '../log';
import type { MailSettings } from './mailSettings';

/** What the health report says of e-mail. */
export interface MailState {
  readonly transport: MailSettings['transport'] | 'off';
  /** Mailing addresses that get what channels get. */
  readonly served: number;
  /** Mailing addresses that get nothing: all while e-mail is off, else those whose row cannot be read. */
  readonly left: number;
}

/** What the watch works with. */
export interface MailWatchParts {
  readonly channels: Pick<DeskSite['channels'], 'active'>;
  readonly transport: MailState['transport'];
  readonly log: Log;
}

/** Counts the mailing addresses among the channels, so that it shows when some of them get nothing. */
export class MailWatch {
  private current: MailState;

  public constructor(private readonly parts: MailWatchParts) {
    this.current = { transport: parts.transport, served: 0, left: 0 };
  }

  /** What was found at the last look. */
  public state(): MailState {
    return this.current;
  }

  /** Looks at the list of channels. @throws SiteError */
  public async run(): Promise<void> {
    const { channels, transport, log } = this.parts;
    const rows = (await channels.active()).filter(({ conversationKey }) => isMailingKey(conversationKey));
    const served = transport === 'off' ? 0 : rows.filter((row) => mailingAddressOf(row) !== undefined).length;
    const left = rows.length - served;
    if (left > this.current.left) {
      log.warn({ event: 'mail.left', transport, left });
    }
    this.current = { transport, served, left };
  }
}
