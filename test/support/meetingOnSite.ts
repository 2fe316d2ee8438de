import type { Meeting } from '../../src/rules/meeting';
import { meeting } from './meeting';
import type { TestSite } from './provisionedSite';

/** Enters the second meeting, or one like it, on a site. */
export async function addMeeting(site: TestSite, changes: Parameters<typeof meeting>[0] = {}): Promise<Meeting> {
  const { id: _id, ...values } = meeting(changes);
  return site.desk().meetings.add(values);
}
