import type { Temporal } from 'temporal-polyfill';
import { instantOf, selectedColumns, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import type { SitePerson } from './contribution';
import { isSiteError } from './errors';
import { quoted } from './odata';
import { personOf } from './personColumn';
import type { PersonRow } from './personColumn';
import { SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

/** Whether all reminders are paused, and who said so when; undefined while nobody ever did. */
export interface PauseState {
  readonly isPaused: boolean;
  readonly by?: SitePerson;
  readonly since?: Temporal.Instant;
}

const KEY = 'remindersPaused';
const PAUSED = 'paused';
const RUNNING = 'running';

type PauseRow = Row<typeof SITE_SCHEMA.deskState> & { readonly Editor?: PersonRow };

/** The secretariat's switch that stops all reminders at once, without a change of any channel. */
export class ReminderPause {
  private readonly list: SiteList<typeof SITE_SCHEMA.deskState>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.deskState);
  }

  /** How the switch stands. @throws SiteError */
  public async read(): Promise<PauseState> {
    const [row] = await this.list.list.items
      .select(...selectedColumns(SITE_SCHEMA.deskState), 'Editor/Id', 'Editor/Title', 'Editor/EMail')
      .expand('Editor')
      .filter(`StateKey eq ${quoted(KEY)}`)
      .top(1)<PauseRow[]>();
    if (row === undefined) {
      return { isPaused: false };
    }
    const since = instantOf(row.Modified);
    return { isPaused: textOf(row.StateValue) === PAUSED, by: personOf(row.Editor), ...(since === undefined ? {} : { since }) };
  }

  /** Pauses all reminders, or lets them go on. @throws SiteError `notAllowed` for everybody but the secretariat */
  public async set(isPaused: boolean): Promise<void> {
    const StateValue = isPaused ? PAUSED : RUNNING;
    const known = await this.list.find(`StateKey eq ${quoted(KEY)}`);
    if (known !== undefined) {
      await this.list.update(known.Id, { StateValue }, ANY_VERSION);
      return;
    }
    try {
      await this.list.add({ Title: KEY, StateKey: KEY, StateValue });
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      await this.set(isPaused);
    }
  }
}
