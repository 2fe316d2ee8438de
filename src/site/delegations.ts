import type { Temporal } from 'temporal-polyfill';
import { choiceOf, listOf, textOf } from './columnValues';
import type { SiteConnection } from './connection';
import { REGIONS } from '../rules/participation';
import type { Region } from '../rules/participation';
import { DELEGATION_TYPES, REGIONAL_ORGANIZATIONS, SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

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
  /** Since when, and by which letter. */
  readonly coordinatorSince?: Temporal.PlainDate;
  readonly coordinatorLetter?: string;
  /** The addresses of those who may speak for it, in small letters. */
  readonly representatives: readonly string[];
}

/** The delegations for which the person with an address may speak. */
export function representedBy(delegations: readonly Delegation[], address: string): Delegation[] {
  const wanted = address.toLowerCase();
  return wanted === '' ? [] : delegations.filter(({ representatives }) => representatives.includes(wanted));
}

/** The Member States and entities that take part. */
export class Delegations {
  private readonly list: SiteList<typeof SITE_SCHEMA.delegations>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.delegations);
  }

  /** All delegations, in the order in which they were entered. */
  public async all(): Promise<Delegation[]> {
    const [rows, zone] = await Promise.all([this.list.all(), this.connection.zone()]);
    return rows.map((row) => {
      const region = choiceOf(row.Region, REGIONS);
      const regionalOrganization = choiceOf(row.RegionalOrganization, REGIONAL_ORGANIZATIONS);
      const coordinator = textOf(row.Coordinator);
      const since = textOf(row.CoordinatorSince);
      const coordinatorLetter = textOf(row.CoordinatorLetter);
      return {
        id: row.Id,
        name: textOf(row.Title) ?? '',
        ...(region === undefined ? {} : { region }),
        ...(regionalOrganization === undefined ? {} : { regionalOrganization }),
        type: choiceOf(row.DelegationType, DELEGATION_TYPES) ?? 'memberState',
        ...(coordinator === undefined ? {} : { coordinator }),
        ...(since === undefined ? {} : { coordinatorSince: zone.toDate(since) }),
        ...(coordinatorLetter === undefined ? {} : { coordinatorLetter }),
        representatives: listOf(row.Representatives).map((address) => address.toLowerCase())
      };
    });
  }

  /** Enters a delegation. */
  public async add(delegation: Omit<Delegation, 'id'>): Promise<Delegation> {
    const zone = await this.connection.zone();
    const { coordinatorSince: since } = delegation;
    const { id } = await this.list.add({
      Title: delegation.name,
      Region: delegation.region ?? null,
      RegionalOrganization: delegation.regionalOrganization ?? null,
      DelegationType: delegation.type,
      Coordinator: delegation.coordinator ?? null,
      CoordinatorSince: since === undefined ? null : zone.toStored(since),
      CoordinatorLetter: delegation.coordinatorLetter ?? null,
      Representatives: delegation.representatives.join(',')
    });
    return { id, ...delegation };
  }
}
