import { Temporal } from 'temporal-polyfill';
import { choiceOf, selectedColumns, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import type { SitePerson } from './contribution';
import { personOf } from './personColumn';
import type { PersonRow } from './personColumn';
import { ORDER_REFUSALS, ORDER_STATUSES, SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** How far an order got. */
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** Why an order was refused. */
export type OrderRefusal = (typeof ORDER_REFUSALS)[number];

/** An order of the secretariat to post a reminder to everybody who gets it, before its time. */
export interface PostOrder {
  readonly id: number;
  readonly etag: string;
  /** The planned reminder: `reminderKey` without a subscriber. */
  readonly planned: string;
  readonly status: OrderStatus;
  readonly refusal?: OrderRefusal;
  /** Who gave it and when, by the site's own record. */
  readonly orderedBy: SitePerson;
  readonly orderedAt: Temporal.Instant;
}

type OrdersSchema = typeof SITE_SCHEMA.postOrders;
type OrderRow = Row<OrdersSchema> & { readonly Created: string; readonly Author?: PersonRow };

const SELECT = [...selectedColumns(SITE_SCHEMA.postOrders), 'Created', 'Author/Id', 'Author/Title', 'Author/EMail'];
/** The orders about one meeting, and those that wait, are few. */
const MOST = 500;

/** The secretariat's orders, which the service carries out. */
export class PostOrders {
  private readonly list: SiteList<OrdersSchema>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.postOrders);
  }

  /**
   * Orders a reminder. One that was refused can be ordered again, which is an order of its own.
   * @param planned `reminderKey` without a subscriber
   * @param earlier how many orders for it were refused, as the page shows it; so two people who order at one time order once
   * @throws SiteError `duplicate` when it is ordered already; `notAllowed` for everybody but the secretariat
   */
  public async order(planned: string, meetingId: number, earlier: number): Promise<void> {
    await this.list.add({ Title: planned, OrderKey: `${planned}all/${earlier + 1}`, PlannedReminder: planned, MeetingId: meetingId, OrderStatus: 'wanted' });
  }

  /** The orders about a meeting, oldest first. @throws SiteError */
  public async aboutMeeting(meetingId: number): Promise<PostOrder[]> {
    return this.read(`MeetingId eq ${meetingId}`);
  }

  /** The orders that are still to be carried out, oldest first. @throws SiteError */
  public async wanted(): Promise<PostOrder[]> {
    return this.read("OrderStatus eq 'wanted'");
  }

  /**
   * Records what became of an order.
   * @throws SiteError `changedByOthers` when somebody else recorded it meanwhile
   */
  public async settle({ id, etag }: PostOrder, status: Exclude<OrderStatus, 'wanted'>, refusal?: OrderRefusal): Promise<void> {
    await this.list.update(id, { OrderStatus: status, RefusalReason: refusal ?? null }, etag);
  }

  private async read(filter: string): Promise<PostOrder[]> {
    const rows = await this.list.list.items
      .select(...SELECT)
      .expand('Author')
      .filter(filter)
      .top(MOST)<OrderRow[]>();
    return rows.flatMap((row) => orderOf(row) ?? []);
  }
}

/** @returns undefined for an item that was entered by hand and names no reminder */
function orderOf(row: OrderRow): PostOrder | undefined {
  const planned = textOf(row.PlannedReminder);
  const refusal = choiceOf(row.RefusalReason, ORDER_REFUSALS);
  return planned === undefined
    ? undefined
    : {
        id: row.Id,
        etag: row['odata.etag'],
        planned,
        status: choiceOf(row.OrderStatus, ORDER_STATUSES) ?? 'wanted',
        orderedBy: personOf(row.Author),
        orderedAt: Temporal.Instant.from(row.Created),
        ...(refusal === undefined ? {} : { refusal })
      };
}
