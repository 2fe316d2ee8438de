import { formatSymbol } from '../../rules/numbering';
import type { SiteConnection } from '../connection';
import type { Contribution } from '../contribution';
import { openSite } from '../deskSite';
import type { DeskSite } from '../deskSite';
import { DEMO_DELEGATIONS } from './demoDelegations';
import { DEMO_DOCUMENTS, demoFile } from './demoDocuments';
import type { DemoDocument } from './demoDocuments';
import { DEMO_MEETINGS, REFERENCE_MEETING_TITLE } from './demoMeetings';
import { DEMO_OFFICES } from './demoOffices';
import type { ProvisioningEntry, ProvisioningReport } from './report';

/**
 * Enters the group's programme of work of 2020 on a site that has been set up: meetings, delegations, offices and
 * reference documents. What is there, by title or by file name, is left as it is.
 */
export async function provisionDemo(connection: SiteConnection): Promise<ProvisioningReport> {
  const site = openSite(connection);
  return [...(await enterMeetings(site)), ...(await enterDelegations(site)), ...(await enterOffices(site)), ...(await enterDocuments(site))];
}

async function enterMeetings({ meetings }: DeskSite): Promise<ProvisioningEntry[]> {
  const present = new Set((await meetings.all()).map(({ title }) => title));
  const entries: ProvisioningEntry[] = [];
  for (const meeting of DEMO_MEETINGS) {
    if (!present.has(meeting.title)) {
      await meetings.add(meeting);
    }
    entries.push(entry(`Meetings: ${meeting.title}`, present.has(meeting.title)));
  }
  return entries;
}

async function enterDelegations({ delegations }: DeskSite): Promise<ProvisioningEntry[]> {
  const present = new Set((await delegations.all()).map(({ name }) => name));
  const entries: ProvisioningEntry[] = [];
  for (const delegation of DEMO_DELEGATIONS) {
    if (!present.has(delegation.name)) {
      await delegations.add(delegation);
    }
    entries.push(entry(`Delegations: ${delegation.name}`, present.has(delegation.name)));
  }
  return entries;
}

async function enterOffices({ offices }: DeskSite): Promise<ProvisioningEntry[]> {
  const present = new Set((await offices.all()).map(({ title }) => title));
  const entries: ProvisioningEntry[] = [];
  for (const office of DEMO_OFFICES) {
    if (!present.has(office.title)) {
      await offices.add(office);
    }
    entries.push(entry(`Offices: ${office.title}`, present.has(office.title)));
  }
  return entries;
}

async function enterDocuments(site: DeskSite): Promise<ProvisioningEntry[]> {
  const meeting = (await site.meetings.all()).find(({ title }) => title === REFERENCE_MEETING_TITLE);
  const group = await site.configuration.read();
  const entries: ProvisioningEntry[] = [];
  for (const document of DEMO_DOCUMENTS) {
    const symbol = formatSymbol({ series: document.series, number: document.number, language: 'en' }, group);
    const sameNumber = await site.contributions.byNumber(document.number);
    const known = sameNumber.find(({ docSymbol }) => docSymbol === symbol);
    const id = known?.id ?? (await enterDocument(site, document, symbol, meeting?.id));
    await site.numbers.enter(document, id);
    entries.push(entry(`Contributions: ${symbol}`, known !== undefined));
  }
  return entries;
}

/** The number is written last: an entry that was interrupted is not taken for one that is there. */
async function enterDocument(site: DeskSite, document: DemoDocument, symbol: string, meetingId: number | undefined): Promise<number> {
  const { contributions, decisions } = site;
  const { id } = await contributions.upload(document.fileName, await demoFile(document));
  await contributions.describe(id, {
    title: document.title,
    source: document.source,
    originalLanguage: 'en',
    purpose: 'information',
    topic: document.topic,
    abstract: document.abstract,
    ...(meetingId === undefined ? {} : { meetingId })
  });
  const { etag } = (await contributions.get(id)) as Contribution;
  const { decidedAt } = await decisions.record({ kind: 'publish', contributionId: id, reason: 'A reference document of the group' });
  await contributions.recordDecided(id, etag, {
    docSeries: document.series,
    docNumber: document.number,
    docSymbol: symbol,
    docStatus: 'published',
    publishedAt: decidedAt
  });
  return id;
}

function entry(name: string, present: boolean): ProvisioningEntry {
  return { kind: 'demo', name, state: present ? 'present' : 'created' };
}
