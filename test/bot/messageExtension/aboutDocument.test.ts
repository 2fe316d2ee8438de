import type { IAdaptiveCard } from '@microsoft/teams.cards';
import * as fc from 'fast-check';
import { LANGUAGES } from '../../../src/rules/language';
import { answerOf, startExtensionBench, textOf } from './extensionOnSite';
import type { ExtensionAnswer, ExtensionBench } from './extensionOnSite';

let bench: ExtensionBench;

beforeAll(async () => {
  bench = await startExtensionBench();
  await bench.document('five-e.docx', { title: 'Connectivity in rural areas' }, { docStatus: 'published', docSeries: 'document', docNumber: 5, docSymbol: 'TDAG-WG-SOP/5-E' });
  await bench.document('six-e.docx', { title: 'Rural skills' }, { docStatus: 'published', docSeries: 'document', docNumber: 6, docSymbol: 'TDAG-WG-SOP/6-E' });
  await bench.document('draft.docx', { title: 'A draft of somebody' }, { docStatus: 'accepted', docSeries: 'document', docNumber: 7 });
});
afterAll(() => bench.stop());
beforeEach(() => bench.signIn('member@example.org'));

const link = 'https://teams.microsoft.com/l/message/19:general@thread.tacv2/1597000000000?tenantId=t';
const message = (content: string, linkToMessage = link) => ({ id: '1', linkToMessage, body: { contentType: 'html', content } });

/** The dialog that an answer opens. */
function dialogIn(body: Record<string, unknown>): { readonly card: IAdaptiveCard; readonly said: string; readonly input: Record<string, unknown>; readonly data: Record<string, string> } {
  const { value } = body.task as { value: { card: { content: IAdaptiveCard } } };
  const card = value.card.content;
  const input = (card.body as unknown as Record<string, unknown>[]).find(({ type }) => String(type).startsWith('Input.')) ?? {};
  return { card, said: textOf(card.body), input, data: (card.actions?.[0] as { data: Record<string, string> }).data };
}

const open = async (content: string, locale?: string): Promise<ReturnType<typeof dialogIn>> =>
  dialogIn(await bench.invoke('fetchTask', { commandId: 'aboutDocument', commandContext: 'message', messagePayload: message(content) }, 'channel', locale));

const send = (data: Record<string, string>): Promise<Record<string, unknown>> => bench.invoke('submitAction', { commandId: 'aboutDocument', commandContext: 'message', data }, 'channel');

async function sendForCard(data: Record<string, string>): Promise<ExtensionAnswer> {
  return answerOf(await send(data));
}

describe('the action “about a document” on a message', () => {
  it.each([
    ['<p>In <b>TDAG-WG-SOP/5(Rev.1)-F</b> we propose</p>', 'TDAG-WG-SOP/5(Rev.1)-F'],
    ['see dt/1, please', 'dt/1'],
    ['we meet on 1/10 with 5 people', ''],
    ['', '']
  ])('asks which one, with what the message says: “%s”', async (content, prefilled) => {
    const { said, input } = await open(content);
    expect(said).toContain('Which document is this message about?');
    expect(input.value ?? '').toBe(prefilled);
  });

  it.each(LANGUAGES)('asks in the person’s language: %s', async (language) => {
    const { card } = await open('hello', language);
    expect(card).toMatchObject({ lang: language, rtl: language === 'ar' });
  });

  it('answers with a card for the compose box, with the ways to the message and to the document', async () => {
    const { data } = await open('about TDAG-WG-SOP/5');
    const { cards } = await sendForCard({ ...data, document: 'TDAG-WG-SOP/5' });
    expect(cards).toHaveLength(1);
    expect(cards[0].said.split('\n')[0]).toBe('About TDAG-WG-SOP/5-E “Connectivity in rural areas”');
    expect(cards[0].card.actions?.map((action) => ('url' in action ? action.url : ''))).toEqual([
      expect.stringContaining('five-e.docx'),
      expect.stringContaining('contribution='),
      link
    ]);
    expect(bench.connector.sent).toEqual([]);
  });

  it('has nothing of the message’s text in what it answers', async () => {
    const { card, data } = await open('<p>Confidential remark on DT/1</p>');
    const { body } = await sendForCard({ ...data, document: '5' });
    expect(JSON.stringify(card) + JSON.stringify(body)).not.toContain('Confidential');
  });

  it('lets choose when several documents fit', async () => {
    const { data } = await open('');
    const choice = dialogIn(await send({ ...data, document: 'rural' }));
    expect(choice.said).toContain('Several documents fit.');
    const [{ value }] = choice.input.choices as { value: string; title: string }[];
    const { cards } = await sendForCard({ ...choice.data, choice: value });
    expect(cards[0].said).toContain('About TDAG-WG-SOP/6-E “Rural skills”');
    expect(cards[0].card.actions).toHaveLength(3);
  });

  it('asks again when there is none, or nothing was typed, and keeps what was typed', async () => {
    const unknown = dialogIn(await send({ document: 'nothing like it', link }));
    expect(unknown.said).toContain('I found no published document like this.');
    expect(unknown.input.value).toBe('nothing like it');
    expect(unknown.data.link).toBe(link);
    expect(dialogIn(await send({ document: ' ' })).said).toContain('Say which document you mean.');
  });

  it('gives nobody another’s unpublished document, neither by its number nor by its id', async () => {
    const { id } = (await bench.site.desk().contributions.byNumber(7))[0];
    expect(JSON.stringify(await send({ document: '7' }))).not.toContain('A draft of somebody');
    expect(JSON.stringify(await send({ choice: String(id) }))).not.toContain('A draft of somebody');
    bench.signIn('delegate.ke@example.org');
    expect(JSON.stringify(await send({ choice: String(id) }))).toContain('A draft of somebody');
  });

  it.each(['https://evil.example/l/message/1', 'javascript:alert(1)', 'http://teams.microsoft.com/l/message/1', 'https://teams.microsoft.com.evil.example/l'])('links to no message elsewhere: %s', async (elsewhere) => {
    const { cards } = await sendForCard({ document: '5', link: elsewhere });
    expect(cards[0].card.actions).toHaveLength(2);
  });

  it('has an answer whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('fetchTask' as const, 'submitAction' as const), fc.jsonValue(), fc.jsonValue(), async (name, messagePayload, data) => {
        const body = await bench.invoke(name, { commandId: 'aboutDocument', messagePayload, data }, 'channel');
        expect(body.task ?? body.composeExtension).toBeDefined();
      }),
      { numRuns: 60 }
    );
  });
});
