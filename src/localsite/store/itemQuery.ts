import { problems } from '../problem';
import type { Comparison, Filter, FilterConstant } from '../odata/filter';
import type { Ordering } from '../odata/queryOptions';
import { parseTime } from './columnValues';
import { COLUMN_KIND, columnSql, typeAsString } from './columns';
import type { Database, SqlValue } from './database';
import type { Field, Fields } from './fields';
import type { Item } from './items';
import { toItem } from './items';
import type { List, Lists } from './lists';

/** SharePoint refuses to look at more rows than this without an index. */
const LIST_VIEW_THRESHOLD = 5000;

/** A condition in SQL with its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** What is asked of a list. */
export interface ItemQuery {
  readonly filter?: Filter;
  readonly orderBy: readonly Ordering[];
  readonly limit: number;
  /** The last item of the page before, by the values it was sorted by and its id. */
  readonly after?: { readonly keys: readonly SqlValue[]; readonly id: number };
  /** Only this user's items. */
  readonly authorId?: number;
}

const SQL_OPERATORS: Readonly<Record<Comparison, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };

/** Queries over the items of one list: OData conditions become SQL, within SharePoint's list view threshold. */
export class ItemQueries {
  public constructor(
    private readonly database: Database,
    private readonly fields: Fields,
    private readonly lists: Lists,
    private readonly zone: string
  ) {}

  /**
   * One page of items.
   * @throws SharePointProblem 400 for unknown or unfit columns, 500 when the list view threshold is exceeded
   */
  public page(list: List, query: ItemQuery): Item[] {
    const conditions: Condition[] = [{ sql: 'recycled IS NULL', values: [] }];
    const where = query.filter && this.condition(list, query.filter);
    this.holdThreshold(list, query, conditions[0]);
    if (where) {
      conditions.push(where);
    }
    if (query.authorId !== undefined) {
      conditions.push({ sql: 'author = ?', values: [query.authorId] });
    }
    const orderings = query.orderBy.map((ordering) => ({ sql: this.operand(list, ordering.path).sql, descending: ordering.descending }));
    if (query.after) {
      conditions.push(beyond(orderings, query.after));
    }
    const order = [...orderings.map(({ sql, descending }) => `${sql} ${descending ? 'DESC' : 'ASC'}`), 'id ASC'].join(', ');
    return this.database
      .rows(
        `SELECT * FROM items_${list.key} WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')} ORDER BY ${order} LIMIT ?`,
        ...conditions.flatMap(({ values }) => values),
        query.limit
      )
      .map((row) => toItem(list, row));
  }

  /** The values an item is sorted by, for the mark of the next page. */
  public sortKeys(item: Item, orderBy: readonly Ordering[]): SqlValue[] {
    return orderBy.map(({ path }) => {
      const row = this.database.row(`SELECT ${this.operand(item.list, path).sql} AS value FROM items_${item.list.key} WHERE id = ?`, item.id);
      return row?.value ?? null;
    });
  }

  private holdThreshold(list: List, query: ItemQuery, live: Condition): void {
    const total = this.database.count(`SELECT count(*) FROM (SELECT 1 FROM items_${list.key} WHERE recycled IS NULL LIMIT ?)`, LIST_VIEW_THRESHOLD + 1);
    if (total <= LIST_VIEW_THRESHOLD) {
      return;
    }
    if (query.filter) {
      const narrowing = this.indexedPart(list, query.filter);
      const found = narrowing
        ? this.database.count(
            `SELECT count(*) FROM (SELECT 1 FROM items_${list.key} WHERE (${live.sql}) AND (${narrowing.sql}) LIMIT ?)`,
            ...narrowing.values,
            LIST_VIEW_THRESHOLD + 1
          )
        : Number.POSITIVE_INFINITY;
      if (found > LIST_VIEW_THRESHOLD) {
        throw problems.threshold();
      }
    } else if (!query.orderBy.every(({ path }) => this.isIndexed(list, path))) {
      throw problems.threshold();
    }
  }

  /**
   * The part of a filter that an index answers. Of `and` it is the first indexed column, with every bound on it, so
   * that a range of ids narrows from both sides; of `or` it is both sides or nothing.
   */
  private indexedPart(list: List, filter: Filter): (Condition & { readonly column?: string }) | undefined {
    switch (filter.kind) {
      case 'and': {
        const left = this.indexedPart(list, filter.left);
        const right = this.indexedPart(list, filter.right);
        return left?.column !== undefined && left.column === right?.column ? { ...all([left, right]), column: left.column } : left ?? right;
      }
      case 'or': {
        const left = this.indexedPart(list, filter.left);
        const right = this.indexedPart(list, filter.right);
        return left && right ? { sql: `(${left.sql}) OR (${right.sql})`, values: [...left.values, ...right.values] } : undefined;
      }
      case 'compare':
      case 'startsWith': {
        const usable = !(filter.kind === 'compare' && filter.operator === 'ne') && this.isIndexed(list, filter.path);
        return usable ? { ...this.condition(list, filter), column: filter.path.toLowerCase() } : undefined;
      }
      default:
        return undefined;
    }
  }

  private isIndexed(list: List, path: string): boolean {
    const [property, ...rest] = path.split('/');
    const field = this.resolve(list, property);
    return field.indexed && (rest.length === 0 || rest[0].toLowerCase() === 'id');
  }

  private condition(list: List, filter: Filter): Condition {
    switch (filter.kind) {
      case 'and':
      case 'or': {
        const [left, right] = [this.condition(list, filter.left), this.condition(list, filter.right)];
        return { sql: `(${left.sql}) ${filter.kind.toUpperCase()} (${right.sql})`, values: [...left.values, ...right.values] };
      }
      case 'not': {
        const operand = this.condition(list, filter.operand);
        return { sql: `NOT coalesce((${operand.sql}), 0)`, values: operand.values };
      }
      case 'startsWith': {
        const prefix = String(filter.constant.value);
        const { sql } = this.operand(list, filter.path);
        return { sql: `${sql} >= ? AND ${sql} < ?`, values: [prefix, `${prefix}\u{10FFFF}`] };
      }
      case 'contains':
        return { sql: `instr(fold(${this.operand(list, filter.path).sql}), ?) > 0`, values: [String(filter.constant.value).toLowerCase()] };
      case 'compare':
        return this.comparison(list, filter);
    }
  }

  private comparison(list: List, filter: Extract<Filter, { kind: 'compare' }>): Condition {
    const { sql, field } = this.operand(list, filter.path);
    if (filter.constant.kind === 'null') {
      return { sql: `${sql} IS ${filter.operator === 'eq' ? '' : 'NOT '}NULL`, values: [] };
    }
    if (field?.kind === COLUMN_KIND.multiChoice) {
      const among = `EXISTS (SELECT 1 FROM json_each(${sql}) WHERE value = ?)`;
      return { sql: filter.operator === 'ne' ? `NOT ${among}` : among, values: [String(filter.constant.value)] };
    }
    const value = this.constant(filter.constant, field);
    const comparison = `${sql} ${SQL_OPERATORS[filter.operator]} ?`;
    return { sql: filter.operator === 'ne' ? `(${comparison} OR ${sql} IS NULL)` : comparison, values: [value] };
  }

  /** SQL of a property path, with the column that its value has the type of. */
  private operand(list: List, path: string): { sql: string; field?: Field } {
    const [property, inner] = path.split('/');
    const field = this.resolve(list, property);
    if (field.kind === COLUMN_KIND.note || field.kind === COLUMN_KIND.computed) {
      throw problems.columnNotFilterable(field.name, typeAsString(field.kind));
    }
    const sql = columnSql(field.name);
    if (inner === undefined) {
      return { sql, field };
    }
    if (inner.toLowerCase() === 'id') {
      return { sql };
    }
    if (field.kind === COLUMN_KIND.user) {
      const column = { title: 'title', email: 'email', name: 'login', loginname: 'login' }[inner.toLowerCase()];
      if (!column) {
        throw problems.unknownColumn(path);
      }
      return { sql: `(SELECT ${column} FROM principals WHERE principals.id = ${sql})` };
    }
    const target = this.lists.byId(String(field.properties.LookupList ?? '').replace(/[{}]/g, '').toLowerCase());
    if (field.kind !== COLUMN_KIND.lookup || !target) {
      throw problems.unknownColumn(path);
    }
    const shown = this.resolve(target, inner);
    return { sql: `(SELECT target.${columnSql(shown.name)} FROM items_${target.key} target WHERE target.id = items_${list.key}.${sql})`, field: shown };
  }

  private resolve(list: List, property: string): Field {
    if (property === 'Id') {
      return this.fields.byName(list.key, 'ID') as Field;
    }
    if (property === 'FileSystemObjectType') {
      return this.fields.byName(list.key, 'FSObjType') as Field;
    }
    const field = this.fields.byProperty(list.key, property);
    const reference = property.endsWith('Id') ? this.fields.byProperty(list.key, property.slice(0, -2)) : undefined;
    const found = field ?? reference;
    if (!found) {
      throw problems.unknownColumn(property);
    }
    return found;
  }

  private constant(constant: FilterConstant, field: Field | undefined): SqlValue {
    const value = constant.value;
    if (field?.kind === COLUMN_KIND.dateTime || constant.kind === 'date') {
      return parseTime(String(value), this.zone).toString({ smallestUnit: 'second' });
    }
    if (field?.kind === COLUMN_KIND.boolean) {
      return value === true || value === 1 || value === '1' || value === 'true' ? 1 : 0;
    }
    if (constant.kind === 'guid') {
      return String(value).toLowerCase();
    }
    return typeof value === 'boolean' ? Number(value) : value;
  }
}

/** Everything after an item in a sorted list, as a condition; nothing sorts before everything. */
function beyond(orderings: readonly { sql: string; descending: boolean }[], after: { keys: readonly SqlValue[]; id: number }): Condition {
  const alternatives: Condition[] = [];
  const equal: Condition[] = [];
  orderings.forEach(({ sql, descending }, index) => {
    const key = after.keys[index] ?? null;
    const further: Condition | undefined =
      key === null
        ? descending
          ? undefined
          : { sql: `${sql} IS NOT NULL`, values: [] }
        : { sql: descending ? `(${sql} < ? OR ${sql} IS NULL)` : `${sql} > ?`, values: [key] };
    if (further) {
      alternatives.push(all([...equal, further]));
    }
    equal.push({ sql: `${sql} IS ?`, values: [key] });
  });
  alternatives.push(all([...equal, { sql: 'id > ?', values: [after.id] }]));
  return { sql: alternatives.map(({ sql }) => `(${sql})`).join(' OR '), values: alternatives.flatMap(({ values }) => values) };
}

function all(conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '), values: conditions.flatMap(({ values }) => values) };
}
