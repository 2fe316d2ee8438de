import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import type { Finding } from '../../src/documents/findings';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution, ContributionMetadata, ContributionPart, DerivedColumns } from '../../src/site/contribution';
import { smallDocx } from './documents';
import type { TestSite } from './provisionedSite';
import type { HostedWebPart } from './webPart';

/** A document in the library, as a delegate submits it and the service checks it. */
export interface LibraryDocument {
  readonly title: string;
  readonly metadata?: Partial<ContributionMetadata>;
  readonly part?: ContributionPart;
  /** What the service wrote; received, to be translated and published by 24 September unless told otherwise. */
  readonly columns?: DerivedColumns;
  readonly findings?: readonly Finding[];
}

let files = 0;

/** The group's next meeting on a site with the demo programme. */
export async function secondMeeting(site: TestSite): Promise<Meeting> {
  const found = (await site.desk().meetings.all()).find(({ start }) => start.toString() === '2020-10-01');
  if (found === undefined) {
    throw new Error('The demo programme has no meeting on 1 October 2020');
  }
  return found;
}

/** Puts a document for a meeting into the library. */
export async function putDocument(site: TestSite, meeting: Meeting | undefined, document: LibraryDocument): Promise<Contribution> {
  const { contributions } = site.desk('delegate.fr');
  files += 1;
  const { id, receivedAt } = await contributions.upload(`document-${files}.docx`, smallDocx(`${document.title} ${files}`));
  await contributions.describe(id, {
    title: document.title,
    source: 'France',
    originalLanguage: 'fr',
    purpose: 'action',
    ...(meeting === undefined ? {} : { meetingId: meeting.id }),
    ...document.metadata
  });
  if (document.part !== undefined) {
    await contributions.recordPart(id, document.part);
  }
  const service = site.desk().contributions;
  const { etag } = (await service.get(id)) as Contribution;
  await service.recordCheck(id, etag, {
    receivedAt,
    standing: 'translated',
    publicationDue: Temporal.PlainDate.from('2020-09-24'),
    docStatus: 'received',
    findings: JSON.stringify(document.findings ?? []),
    sha256: String(id).padStart(64, '0'),
    ...document.columns
  });
  return (await service.get(id)) as Contribution;
}

/** Opens the secretariat's view at the documents of the next meeting; the query is the workbench's. */
export async function openDocuments(webPart: HostedWebPart, query = ''): Promise<Page> {
  const page = await webPart.open(`user=secretariat@example.org&${query}`);
  await page.locator('#desk-part-tab-documents').click();
  await page.locator('#desk-documents').waitFor();
  return page;
}

/** The groups of the list that is shown with the titles in them, in their order. */
export async function shownGroups(page: Page): Promise<Record<string, string[]>> {
  const groups = await page.locator('[data-group]').all();
  return Object.fromEntries(
    await Promise.all(groups.map(async (group) => [await group.getAttribute('data-group'), await group.locator('li[data-document] a').allInnerTexts()] as const))
  );
}

/** Opens a document's details and one of its actions. */
export async function openAction(page: Page, title: string, action?: string): Promise<void> {
  await page.getByRole('button', { name: `Details of \u2068${title}\u2069` }).click();
  await page.getByRole('article', { name: title }).waitFor();
  if (action !== undefined) {
    await page.getByRole('article', { name: title }).getByRole('button', { name: action, exact: true }).click();
    await page.getByRole('form', { name: action }).waitFor();
  }
}
