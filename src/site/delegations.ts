import { choiceOf, textOf } from './columnValues';
import type { SiteConnection } from './connection';
import { DELEGATION_TYPES, REGIONAL_ORGANIZATIONS, REGIONS, SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** One of the six regions of the ITU. */
export type Region = (typeof REGIONS)[number];
/** One of the six regional telecommunication organizations. */
export type RegionalOrganization = (typeof REGIONAL_ORGANIZATIONS)[number];
/** Kind of member. */
export type DelegationType = (typeof DELEGATION_TYPES)[number];

/**
 * A Member State or entity. It counts in its region even when it is not a member of the regional organization
 * (TDAG-WG-SOP/5 names Cuba and CITEL), so the two are separate.
 */
export interface Delegation {
  readonly id: number;
  readonly name: string;
  readonly region?: Region;
  readonly regionalOrganization?: RegionalOrganization;
  readonly type: DelegationType;
  /** The coordinator that the regional organization named, where one is. */
  readonly coordinator?: string;
}

/** The Member States and entities that take part. */
export class Delegations {
  private readonly list: SiteList<typeof SITE_SCHEMA.delegations>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.delegations);
  }

  /** All delegations, in the order in which they were entered. */
  public async all(): Promise<Delegation[]> {
    return (await this.list.all()).map((row) => {
      const region = choiceOf(row.Region, REGIONS);
      const regionalOrganization = choiceOf(row.RegionalOrganization, REGIONAL_ORGANIZATIONS);
      const coordinator = textOf(row.Coordinator);
      return {
        id: row.Id,
        name: textOf(row.Title) ?? '',
        ...(region === undefined ? {} : { region }),
        ...(regionalOrganization === undefined ? {} : { regionalOrganization }),
        type: choiceOf(row.DelegationType, DELEGATION_TYPES) ?? 'memberState',
        ...(coordinator === undefined ? {} : { coordinator })
      };
    });
  }

  /** Enters a delegation. */
  public async add(delegation: Omit<Delegation, 'id'>): Promise<Delegation> {
    const { id } = await this.list.add({
      Title: delegation.name,
      Region: delegation.region ?? null,
      RegionalOrganization: delegation.regionalOrganization ?? null,
      DelegationType: delegation.type,
      Coordinator: delegation.coordinator ?? null
    });
    return { id, ...delegation };
  }
}
