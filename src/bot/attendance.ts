import type { Activity, TurnContext } from 'botbuilder';
import type { DeskSite } from '../site/deskSite';
import { ChannelRegister, getsReminders } from './channelRegister';
import { postingPlaceOf } from './conversation';
import { knownLanguageOf } from './languageOfTeams';
import { PendingRegistrations } from './pendingRegistrations';
import { PersonRegister } from './personRegister';

/** What keeping track of where the bot is works with. */
export interface AttendanceParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats'>;
  /** Told of every registration that the site failed. */
  onSiteTrouble(error: unknown): void;
  /** Told of the address of a person whom the bot can tell something from now on. */
  onPersonKnown(email: string): void;
}

/** Where the bot is, and whom it knows: channels, group chats and people, entered on the site when Teams tells of them. */
export class Attendance {
  public readonly people: PersonRegister;
  private readonly register: ChannelRegister;
  private readonly pending: PendingRegistrations;
  /** Places of messages whose registration was looked up by this process. */
  private readonly lookedUp = new Set<string>();

  public constructor({ site, onSiteTrouble, onPersonKnown }: AttendanceParts) {
    this.register = new ChannelRegister(site.channels);
    this.pending = new PendingRegistrations(onSiteTrouble);
    this.people = new PersonRegister(site.personalChats, this.pending, onPersonKnown);
  }

  /** Registers the place that the bot was added to. */
  public async enter(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (getsReminders(activity)) {
      await this.pending.attempt(postingPlaceOf(activity).key, () => this.register.add(activity));
    } else {
      await this.people.remember(context, knownLanguageOf(activity));
    }
  }

  /** Registers the place of a message whose installation was missed. */
  public async enterMissed(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { key } = postingPlaceOf(activity);
    if (!getsReminders(activity)) {
      await this.enter(context);
    } else if (!this.lookedUp.has(key)) {
      this.lookedUp.add(key);
      await this.pending.attempt(key, () => this.register.addUnknown(activity));
    }
  }

  /** Closes what the bot was removed from. */
  public async leave(activity: Activity): Promise<void> {
    await this.pending.attempt(postingPlaceOf(activity).key, () => this.register.remove(activity));
  }

  /** Closes a channel that was deleted from its team. */
  public async leaveDeleted(activity: Activity): Promise<void> {
    await this.pending.attempt(postingPlaceOf(activity).key, () => this.register.removeChannel(activity));
  }

  /** Tries again what the site could not take. */
  public async retry(): Promise<void> {
    await this.pending.retry();
  }
}
