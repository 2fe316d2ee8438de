import type { Contribution, ContributionMetadata } from '../../src/site/contribution';
import { smallDocx } from './documents';
import { eventually } from './eventually';
import type { TestSite } from './provisionedSite';
import type { TestService } from './service';

/** A complete form for a meeting. */
export function form(meetingId: number, changes: Partial<ContributionMetadata> = {}): ContributionMetadata {
  return { title: 'Connectivity', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId, ...changes };
}

/** Puts a document into the library as a delegate does. */
export async function put(site: TestSite, fileName: string, metadata?: ContributionMetadata, content = smallDocx(fileName)): Promise<number> {
  const { contributions } = site.desk('delegate.ke');
  const { id } = await contributions.upload(fileName, content);
  if (metadata !== undefined) {
    await contributions.describe(id, metadata);
  }
  return id;
}

/** The document with an id. @throws Error when there is none */
export async function contributionOf(site: TestSite, id: number): Promise<Contribution> {
  const found = await site.desk().contributions.get(id);
  if (found === undefined) {
    throw new Error(`There is no contribution ${id}`);
  }
  return found;
}

/** Waits until a document is in a state. */
export async function inState(site: TestSite, id: number, docStatus: string): Promise<Contribution> {
  return eventually(async () => {
    const found = await contributionOf(site, id);
    expect(found.docStatus).toBe(docStatus);
    return found;
  });
}

/** Waits until the service has looked at the library again from beginning to end. */
export async function anotherRun(running: TestService): Promise<void> {
  for (let run = 0; run < 2; run += 1) {
    const last = (await running.health()).body.library.lastRunAt;
    await eventually(async () => expect((await running.health()).body.library.lastRunAt).not.toBe(last));
  }
}
