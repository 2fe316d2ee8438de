import type { SitePerson } from './contribution';

/** A person column (`Author`, `Editor`) as the site answers it when it is expanded. */
export interface PersonRow {
  readonly Id?: number;
  readonly Title?: string;
  readonly EMail?: string;
}

/** The person in a column; one who was removed from the site has an empty name. */
export function personOf(row: PersonRow | undefined): SitePerson {
  return { id: row?.Id ?? 0, name: row?.Title ?? '', email: row?.EMail ?? '' };
}
