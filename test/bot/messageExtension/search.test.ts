import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { invokesExtension } from '../../support/connector';
import { eventually } from '../../support/eventually';
import { addMeeting } from '../../support/meetingOnSite';
import { emptySite } from '../../support/provisionedSite';
import { runService } from '../../support/service';
import { startExtensionBench } from './extensionOnSite';
import type { ExtensionBench } from './extensionOnSite';

let bench: ExtensionBench;
let meetingId: number;
let laterMeetingId: number;

/** The service checks each document that arrives; it is done with those published by hand when nothing changes them any more. */
const published = (symbol: string, docNumber: number, docSeries: 'document' | 'temporary' | 'information' = 'document') =>
  ({ docStatus: 'published', docSeries, docNumber, docSymbol: symbol, publishedAt: Temporal.Instant.from('2020-08-10T10:00:00Z') }) as const;

beforeAll(async () => {
  bench = await startExtensionBench();
  meetingId = (await addMeeting(bench.site)).id;
  laterMeetingId = (await addMeeting(bench.site, { title: 'Extraordinary meeting of TDAG', start: '2020-11-23' })).id;
  await bench.document('five-e.docx', { title: 'Connectivity in rural areas', meetingId }, published('TDAG-WG-SOP/5-E', 5));
  await bench.document('five-f.docx', { title: 'Connectivité rurale', originalLanguage: 'fr', source: 'Côte d’Ivoire', meetingId }, published('TDAG-WG-SOP/5-F', 5));
  await bench.document('dt-5.docx', { title: 'Draft programme of work', source: 'BDT', meetingId }, published('DT/5', 5, 'temporary'));
  await bench.document('twelve.docx', { title: 'Budget of 2021', source: 'O’Higgins & Co', meetingId: laterMeetingId }, published('TDAG-WG-SOP/12-E', 12));
  await bench.document('secret.docx', { title: 'Not yet for everybody', source: 'Kenya', meetingId }, { docStatus: 'accepted', standing: 'translated' });
  await bench.document('foreign.docx', { title: 'Not yet for everybody either', source: 'France', meetingId }, {}, 'delegate.fr');
});
afterAll(() => bench.stop());
beforeEach(() => bench.signIn('member@example.org'));

const titles = async (...asked: Parameters<ExtensionBench['search']>): Promise<string[]> => (await bench.search(...asked)).cards.map(({ title }) => title);

describe('the search from the compose box', () => {
  it.each([
    ['TDAG-WG-SOP/5', ['TDAG-WG-SOP/5-E “Connectivity in rural areas”']],
    ['TDAG-WG-SOP/5-F', ['TDAG-WG-SOP/5-F “Connectivité rurale”']],
    ['document TDAG-WG-SOP/12', ['TDAG-WG-SOP/12-E “Budget of 2021”']],
    ['dt 5', ['DT/5 “Draft programme of work”']],
    ['RURAL', ['TDAG-WG-SOP/5-E “Connectivity in rural areas”']],
    ['connectivité', ['TDAG-WG-SOP/5-F “Connectivité rurale”']],
    ['côte d’ivoire', ['TDAG-WG-SOP/5-F “Connectivité rurale”']],
    ["O’Higgins &", ['TDAG-WG-SOP/12-E “Budget of 2021”']],
    ['budget extraordinary', ['TDAG-WG-SOP/12-E “Budget of 2021”']],
    ['23 November 2020', ['TDAG-WG-SOP/12-E “Budget of 2021”']],
    ['five-e.docx', ['TDAG-WG-SOP/5-E “Connectivity in rural areas”']],
    ['2021', ['TDAG-WG-SOP/12-E “Budget of 2021”']],
    ['rural 23 November', []]
  ])('finds by “%s”', async (typed, expected) => {
    expect(await titles(typed)).toEqual(expected);
  });

  it('finds by the number alone in every series', async () => {
    expect(await titles('5')).toEqual(['DT/5 “Draft programme of work”', 'TDAG-WG-SOP/5-E “Connectivity in rural areas”']);
  });

  it('shows a document once, in the person’s language where there is a version in it', async () => {
    expect((await titles('5', {}, 'fr-FR'))[0]).toBe('TDAG-WG-SOP/5-F « Connectivité rurale »');
    expect(await titles('rural', {}, 'fr-FR')).toEqual(['TDAG-WG-SOP/5-F « Connectivité rurale »']);
    expect(await titles({ meeting: 'second' })).toEqual(['DT/5 “Draft programme of work”', 'TDAG-WG-SOP/5-E “Connectivity in rural areas”']);
  });

  it('finds by the meeting in its own field, in the person’s language', async () => {
    expect(await titles({ meeting: 'extraordinary' })).toEqual(['TDAG-WG-SOP/12-E “Budget of 2021”']);
    expect(await titles({ meeting: '23 novembre' }, {}, 'fr-FR')).toEqual(['TDAG-WG-SOP/12-E « Budget of 2021 »']);
    expect((await bench.search({ meeting: 'no such meeting' })).sentence).toContain('Nothing found.');
  });

  it('shows the latest when nothing is typed, and when it opens', async () => {
    expect((await titles(''))[0]).toBe('TDAG-WG-SOP/12-E “Budget of 2021”');
    const opened = await bench.invoke('query', { commandId: 'searchContributions', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip: 0, count: 25 } });
    expect((opened.composeExtension as { attachments: unknown[] }).attachments).toHaveLength(3);
  });

  it('says in the person’s language that there is nothing', async () => {
    expect((await bench.search('xyzzy', {}, 'es-MX')).sentence).toContain('No se ha encontrado nada.');
  });

  it('gives a line to choose by, and a card with the way to the document and to the desk', async () => {
    const [{ text, card, said }] = (await bench.search('TDAG-WG-SOP/5-E')).cards;
    expect(text).toBe('Kenya · Second meeting of TDAG-WG-SOP · 10 Aug 2020');
    expect(said.split('\n')[0]).toBe('TDAG-WG-SOP/5-E “Connectivity in rural areas”');
    expect(said.replaceAll('day, ', 'day ')).toContain('Published\nMonday 10 August 2020');
    expect(card.actions?.map((action) => ('url' in action ? action.url : undefined))).toEqual([
      expect.stringContaining('/Contributions/five-e.docx'),
      expect.stringMatching(/^https:\/\/example\.org\/desk\?contribution=\d+$/)
    ]);
  });
});

describe('what the search shows to whom', () => {
  it('is a person’s own unpublished document, marked as such, without what the check found', async () => {
    await bench.document('lacking.docx', { title: 'Mine alone', source: '' });
    await eventually(async () => expect(JSON.stringify(await bench.site.desk().contributions.recent(1))).toContain('needsAttention'));
    expect((await bench.search('mine alone')).cards).toEqual([]);
    bench.signIn('delegate.ke@example.org');
    const [{ text, said }, ...others] = (await bench.search('mine alone')).cards;
    expect(others).toEqual([]);
    expect(text).toContain('Not published yet');
    expect(said).toContain('Not published yet');
    expect(said).not.toMatch(/attention|missing/i);
  });

  it('is nobody else’s unpublished document, not even to the secretariat', async () => {
    for (const person of ['delegate.fr@example.org', 'secretariat@example.org', 'member@example.org']) {
      bench.signIn(person);
      expect(JSON.stringify(await bench.search('secret'))).not.toContain('Not yet for everybody');
      expect(JSON.stringify(await bench.search(''))).not.toContain('secret.docx');
    }
  });

  it('is published documents only when Teams does not say who the person is', async () => {
    bench.signIn('');
    expect(await titles('')).toHaveLength(3);
    expect(await titles('rural')).toHaveLength(1);
  });

  it('is not taken from what the activity claims', async () => {
    const claimed = await bench.connector.invoke(bench.service.messagesUrl, {
      type: 'invoke',
      name: 'composeExtension/query',
      from: { id: '29:member', aadObjectId: 'x', name: 'delegate.ke@example.org', email: 'delegate.ke@example.org' },
      recipient: { id: '28:bot' },
      conversation: { id: '19:chat@thread.v2', conversationType: 'groupChat' },
      value: { parameters: [{ name: 'words', value: 'secret' }], email: 'delegate.ke@example.org' }
    });
    expect(JSON.stringify(claimed)).not.toContain('secret.docx');
  });
});

describe('whatever is typed', () => {
  it('has an answer that is one of the site’s documents or a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom("' or '1' eq '1", "') or (DocStatus eq 'accepted", '%27', '**', '<b>', '\u0000', '((((', "''", '5'.repeat(90))), async (typed) => {
        const { cards, sentence } = await bench.search(typed);
        expect(cards.length > 0 || (sentence ?? '').startsWith('Nothing found')).toBe(true);
        expect(JSON.stringify(cards)).not.toContain('Not yet for everybody');
      }),
      { numRuns: 60 }
    );
  });

  it('and whatever else is sent, the answer is a list or a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (parameters, queryOptions) => {
        const { composeExtension } = await bench.invoke('query', { commandId: 'searchContributions', parameters, queryOptions });
        expect(composeExtension).toMatchObject({ type: expect.stringMatching(/^(result|message)$/) as string });
      }),
      { numRuns: 40 }
    );
  });

  it('shows a title with markup as it is written, and in the list nothing that a client could take for markup', async () => {
    await bench.document('markup.docx', { title: '<script>alert(1)</script> **bold** & more', source: '<img src=x>' }, published('TDAG-WG-SOP/66-E', 66));
    const [{ title, text, card }] = (await bench.search('66')).cards;
    expect(title + text).not.toMatch(/[<>&]/);
    expect(JSON.stringify(card)).not.toContain('"TextBlock"');
  });
});

describe('a library with many documents', () => {
  it('is leafed through by 25, each document once, the newest first', async () => {
    const ids: number[] = [];
    for (let tens = 0; tens < 11; tens += 1) {
      const numbers = Array.from({ length: 10 }, (_, index) => 1000 + tens * 10 + index);
      ids.push(...(await Promise.all(numbers.map((n) => bench.document(`many-${n}.docx`, { title: `Leaf ${n}`, meetingId }, published(`TDAG-WG-SOP/${n}-E`, n))))));
    }
    const seen: string[] = [];
    for (let skip = 0; ; skip += 25) {
      const { cards, body } = await bench.search('leaf', { skip, count: 25 });
      expect(body.composeExtension).toMatchObject({ type: 'result' });
      expect(cards.length).toBeLessThanOrEqual(25);
      if (cards.length === 0) {
        break;
      }
      seen.push(...cards.map(({ title }) => title));
    }
    const newestFirst = ids.map((id, index) => ({ id, n: 1000 + index })).sort((a, b) => b.id - a.id);
    expect(seen).toEqual(newestFirst.map(({ n }) => `TDAG-WG-SOP/${n}-E “Leaf ${n}”`));
  });

  it('answers a page of 25 even when more are asked for', async () => {
    expect((await bench.search('leaf', { count: 5000 })).cards).toHaveLength(25);
  });
});

describe('when the site does not answer', () => {
  it('says so in time', async () => {
    await bench.site.administer('faults', { kind: 'slow', path: 'substringof', milliseconds: 6000, count: 1 });
    expect((await bench.search('rural')).sentence).toBe('The working group’s site takes too long to answer. Please try again.');
  });

  it('finds although the line is cut once', async () => {
    await bench.site.administer('faults', { kind: 'drop', path: 'substringof', count: 1 });
    expect(await titles('rural')).toHaveLength(1);
  });

  it('says so when the site is out of service', async () => {
    await bench.site.administer('faults', { kind: 'unavailable', path: 'substringof', retryAfterSeconds: 0 });
    expect((await bench.search('rural')).sentence).toContain('I cannot reach the working group’s site at the moment.');
  });
});

describe('the search before the site is set up', () => {
  it('says that it is not', async () => {
    const site = await emptySite();
    const service = await runService(site);
    // Asked again, as a person would: a machine at its limits answers the first time that the site cannot be reached in time.
    await eventually(async () => {
      const answer = await bench.connector.invoke(service.messagesUrl, invokesExtension('query', { parameters: [] }, 'groupChat', { locale: 'fr-FR' }));
      expect(answer.composeExtension).toEqual({ type: 'message', text: 'Le site du groupe de travail n’est pas encore configuré. Veuillez en informer le secrétariat.' });
    });
    await service.stop();
    await site.stop();
  });
});
