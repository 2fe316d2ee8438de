import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { finding } from '../../src/documents/findings';
import { DOC_STATUSES, STANDINGS } from '../../src/rules/contribution';
import { storeMailAddress } from '../../src/site/mailingAddress';
import { geneva } from '../support/meeting';
import { putDocument, secondMeeting } from '../support/secretariat';
import type { LibraryDocument } from '../support/secretariat';
import { hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

/** How each view of the web part is shown: theme, language and width, as the workbench's query says them. */
const WEB_PART_LOOKS = {
  light: 'theme=light',
  dark: 'theme=dark',
  contrast: 'theme=contrast',
  arabic: 'lang=ar',
  narrow: 'width=phone'
} as const;

const TITLES = [
  'Proposal for the thematic priorities of the four-year rolling operational plan',
  'Indicators of the strategic plan: a view from small island developing States',
  'Draft amendments to the results framework',
  'Comments on the outline of the draft report',
  'Consultation with the regional organizations on coordination'
];
const SOURCES = ['France', 'Kenya', 'Argentina', 'Egypt', 'China', 'Russian Federation'];

/**
 * Documents as they come in over the weeks before the meeting of 1 October 2020: few at first, many before each deadline.
 * The same ones every time.
 */
function sampleDocuments(count: number): LibraryDocument[] {
  const [first, last] = [geneva('2020-07-20T09:00:00'), geneva('2020-09-20T16:00:00')];
  const whole = last.epochMilliseconds - first.epochMilliseconds;
  return Array.from({ length: count }, (_unused, index) => {
    const share = count === 1 ? 1 : Math.sqrt(index / (count - 1));
    const receivedAt = first.add({ milliseconds: Math.round(whole * share) });
    const date = receivedAt.toZonedDateTimeISO('Europe/Zurich').toPlainDate().toString();
    const isInformation = index % 7 === 3;
    const standing = isInformation ? 'information' : date <= '2020-08-17' ? 'translated' : date <= '2020-09-18' ? 'delayed' : 'held';
    const docStatus = standing === 'held' ? 'held' : DOC_STATUSES[[4, 2, 4, 1, 0, 2][index % 6]];
    return {
      title: TITLES[index % TITLES.length],
      metadata: { source: SOURCES[index % SOURCES.length], purpose: isInformation ? 'information' : 'action' },
      columns: {
        receivedAt,
        standing: STANDINGS.find((each) => each === standing),
        docStatus,
        publicationDue: standing === 'held' ? undefined : Temporal.PlainDate.from(standing === 'translated' ? '2020-09-24' : date).add({ days: standing === 'translated' ? 0 : 5 })
      },
      ...(docStatus === 'needsAttention' ? { findings: [finding('macros', { part: 'vba.bin' })] } : {})
    };
  });
}

/** Every view, who sees it, and the tabs that lead there. */
const VIEWS: Readonly<Record<string, { readonly user: string; readonly tabs: readonly string[] }>> = {
  delegate: { user: 'delegate.fr', tabs: [] },
  overview: { user: 'secretariat', tabs: [] },
  library: { user: 'secretariat', tabs: ['desk-tab-library'] },
  documents: { user: 'secretariat', tabs: ['desk-part-tab-documents'] },
  languages: { user: 'secretariat', tabs: ['desk-part-tab-languages'] },
  translations: { user: 'secretariat', tabs: ['desk-part-tab-translations'] },
  regions: { user: 'secretariat', tabs: ['desk-part-tab-regions'] },
  reminders: { user: 'secretariat', tabs: ['desk-part-tab-reminders'] }
};

/** How many documents are there, and what is shown of them. */
const AMOUNTS = {
  empty: { count: 0, views: ['delegate', 'overview', 'library', 'documents'] },
  some: { count: 24, views: Object.keys(VIEWS) },
  many: { count: 200, views: ['overview', 'library', 'documents'] }
} as const;

/**
 * Takes a picture of every view in every look, with no documents, some and many.
 * @param only the name of one view, when not all are wanted
 */
export async function shootWebPart(folder: string, only?: string): Promise<void> {
  for (const [amount, { count, views }] of Object.entries(AMOUNTS)) {
    const webPart = await hostWebPart(geneva('2020-09-21T09:00:00').toString());
    try {
      await fill(webPart, count);
      for (const view of views.filter((each) => only === undefined || each === only)) {
        for (const [look, query] of Object.entries(WEB_PART_LOOKS)) {
          const page = await openView(webPart, view, query);
          await page.getByTestId('web-part').screenshot({ path: join(folder, `web-part-${view}-${amount}-${look}.png`), style: '.bar { display: none }' });
          await webPart.closePages();
        }
      }
    } finally {
      await webPart.stop();
    }
  }
}

async function fill({ site }: HostedWebPart, count: number): Promise<void> {
  const meeting = await secondMeeting(site);
  for (const document of sampleDocuments(count)) {
    await putDocument(site, meeting, document);
  }
  if (count > 0) {
    await site.desk().channels.upsert({ conversationKey: '19:general@thread.tacv2', title: 'General', reference: '{}', language: 'en', kinds: [] });
    await site.desk().channels.upsert({ conversationKey: 'mailto:list@example.org', title: 'list@example.org', reference: storeMailAddress('list@example.org'), language: 'fr', kinds: [] });
  }
}

async function openView(webPart: HostedWebPart, view: string, query: string): Promise<Page> {
  const { user, tabs } = VIEWS[view];
  const page = await webPart.open(`user=${user}@example.org&${query}`);
  for (const tab of tabs) {
    await page.locator(`#${tab}`).click();
  }
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  return page;
}
