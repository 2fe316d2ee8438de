import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { finding } from '../../src/documents/findings';
import { DOC_STATUSES, STANDINGS } from '../../src/rules/contribution';
import { geneva } from '../support/meeting';
import { putDocument, secondMeeting } from '../support/secretariat';
import type { LibraryDocument } from '../support/secretariat';
import { hostWebPart } from '../support/webPart';

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

/** How many documents the overview is shown with. */
const COUNTS = { empty: 0, some: 24, many: 200 } as const;

/** Takes a picture of the overview of a meeting in every look, with no documents, some and many. */
export async function shootWebPart(folder: string): Promise<void> {
  for (const [amount, count] of Object.entries(COUNTS)) {
    const webPart = await hostWebPart(geneva('2020-09-21T09:00:00').toString());
    try {
      const meeting = await secondMeeting(webPart.site);
      for (const document of sampleDocuments(count)) {
        await putDocument(webPart.site, meeting, document);
      }
      for (const [look, query] of Object.entries(WEB_PART_LOOKS)) {
        const page = await webPart.open(`user=secretariat@example.org&${query}`);
        await page.locator('[data-translations=done]').waitFor();
        await page.getByTestId('web-part').screenshot({ path: join(folder, `web-part-overview-${amount}-${look}.png`) });
        await page.context().close();
      }
    } finally {
      await webPart.stop();
    }
  }
}
