import { REGIONS } from '../rules/participation';
import type { Region } from '../rules/participation';
import { choiceOf, textOf } from './columnValues';
import type { SiteConnection } from './connection';
import { OFFICE_KINDS, SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** An office of the group; it is named by itself and its region or State, never by the person who holds it. */
export interface Office {
  readonly kind: (typeof OFFICE_KINDS)[number];
  /** E.g. `Vice-Chair (Kenya)`. */
  readonly title: string;
  readonly region?: Region;
}

/** The chair and the vice-chairs. */
export class Offices {
  private readonly list: SiteList<typeof SITE_SCHEMA.offices>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.offices);
  }

  /** All offices, in the order in which they were entered. */
  public async all(): Promise<Office[]> {
    return (await this.list.all()).flatMap((row) => {
      const kind = choiceOf(row.OfficeKind, OFFICE_KINDS);
      const region = choiceOf(row.Region, REGIONS);
      return kind === undefined ? [] : [{ kind, title: textOf(row.Title) ?? '', ...(region === undefined ? {} : { region }) }];
    });
  }

  /** Enters an office. */
  public async add({ kind, title, region }: Office): Promise<void> {
    await this.list.add({ Title: title, OfficeKind: kind, Region: region ?? null });
  }
}
