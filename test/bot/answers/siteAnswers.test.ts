import { Temporal } from 'temporal-polyfill';
import { answerCommand } from '../../../src/bot/answers/answerCommand';
import type { AnswerContext } from '../../../src/bot/answers/answerContext';
import { answerIntent } from '../../../src/bot/answers/answerIntent';
import { parseCommand } from '../../../src/bot/cards/cardCommand';
import type { DeskCard } from '../../../src/bot/cards/deskCard';
import type { Intent, IntentKind } from '../../../src/bot/intents/intent';
import { LANGUAGES } from '../../../src/rules/language';
import { provisionDemo } from '../../../src/site/provisioning/demo';
import { answering, buttonsOf, partsOf, plainDays, sourcesOf, textOf } from '../../support/answers';
import { smallDocx } from '../../support/documents';
import { provisionedSite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';

const KENYA = 'delegate.ke@example.org';
const FRANCE = 'delegate.fr@example.org';

describe('an answer from the site', () => {
  let site: TestSite;
  let secondId: number;

  beforeAll(async () => {
    site = await provisionedSite('2020-08-10T09:00:00+02:00');
    await provisionDemo(site.connect('service'));
    secondId = (await site.desk().meetings.all())[1].id;
  });

  afterAll(() => site.stop());

  async function context(changes: Parameters<typeof answering>[0] = {}): Promise<AnswerContext> {
    const desk = site.desk();
    const [group, meetings] = await Promise.all([desk.configuration.read(), desk.meetings.all()]);
    return answering({ group, meetings, now: desk.clock.now(), ...changes });
  }

  async function ask(intent: Intent, email?: string, changes: Parameters<typeof answering>[0] = {}): Promise<DeskCard> {
    return answerIntent(intent, sourcesOf(site.desk(), email), await context(changes));
  }

  async function contribute(user: string, fileName: string, title?: string): Promise<number> {
    const desk = site.desk(user);
    const { id } = await desk.contributions.upload(fileName, smallDocx(fileName));
    if (title !== undefined) {
      await desk.contributions.describe(id, { title, source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId: secondId });
    }
    return id;
  }

  describe('about a person’s own contributions', () => {
    const own: Intent = { kind: 'contributionStatus', titleWords: [] };

    beforeAll(async () => {
      await contribute('delegate.ke', 'ke-one.docx', 'Rural connectivity');
      await contribute('delegate.ke', 'ke-two.docx', 'Indicators');
      await contribute('delegate.fr', 'fr-one.docx', 'Planification');
    });

    it('shows theirs and nobody else’s, the newest first', async () => {
      const said = textOf(await ask(own, KENYA));
      expect(said).toContain('“Indicators”');
      expect(said.indexOf('“Indicators”')).toBeLessThan(said.indexOf('“Rural connectivity”'));
      expect(said).not.toContain('Planification');
    });

    it('is the state of the only one', async () => {
      expect((await ask(own, FRANCE)).summary).toBe('“Planification” has arrived and is being checked.');
    });

    it('says that there is none, and offers the latest instead', async () => {
      for (const email of ['member@example.org', undefined]) {
        const answer = await ask(own, email);
        expect(answer.summary).toBe('I find no contribution of yours. These are the latest ones:');
        expect(buttonsOf(answer)[0]).toBe('“Planification”');
      }
    });

    it('shows a conversation only what has been published, whoever asks', async () => {
      const { isPrivate: _private, ...shared } = await context();
      const answer = await answerIntent(own, sourcesOf(site.desk(), KENYA), shared);
      expect(answer.summary).toContain('please ask me in our personal chat');
      expect(JSON.stringify(answer)).not.toMatch(/Rural connectivity|Indicators|Planification/);
      expect(buttonsOf(answer).join()).toContain('Programme of work');
    });
  });

  describe('about what is wrong with a document', () => {
    let id: number;

    beforeAll(async () => {
      id = await contribute('delegate.ke', 'bare.docx');
      const { etag } = (await site.desk().contributions.get(id)) ?? { etag: '' };
      const findings = JSON.stringify([{ code: 'metadataMissing', severity: 'asks', parameters: { field: 'source' } }]);
      await site.desk().contributions.recordCheck(id, etag, { docStatus: 'needsAttention', findings });
    });

    const state = async (email: string | undefined, changes: Parameters<typeof answering>[0] = {}): Promise<string> =>
      textOf(await answerCommand({ command: 'contribution', id }, sourcesOf(site.desk(), email), await context(changes)));

    it('is told to the author and the secretariat', async () => {
      expect(await state(KENYA)).toContain('Missing\nSource');
      expect(await state('secretariat@example.org')).toContain('Missing\nSource');
    });

    it('is told to nobody else, and not before others', async () => {
      for (const said of [await state(FRANCE), await state(undefined), await state(KENYA, { isPrivate: undefined })]) {
        expect(said).toContain('has arrived and is being checked');
        expect(said).not.toContain('Missing');
      }
    });
  });

  describe('about the news', () => {
    it('names what was received and published since the day before, the newest first, with the way to it', async () => {
      const answer = await ask({ kind: 'news' });
      expect(plainDays(answer.summary)).toMatch(/^\d+ pieces of news since Sunday 9 August 2020\.$/);
      const said = textOf(answer);
      expect(said).toContain('Received\n“bare.docx”');
      expect(said.match(/^(Received|Published)$/gm)?.length).toBe(6);
      expect(said).toMatch(/And \d+ more, in the desk\./);
      expect(partsOf(answer.card.body).filter(({ type }) => type === 'Action.OpenUrl').every(({ url }) => String(url).includes('/Contributions/'))).toBe(true);
    });

    it('is nothing since tomorrow', async () => {
      expect(plainDays((await ask({ kind: 'news', since: Temporal.PlainDate.from('2020-08-11') })).summary)).toBe('Nothing new since Tuesday 11 August 2020.');
    });

    it('names decisions on meetings, and not again what was withdrawn after it was published', async () => {
      await site.administer('clock', { advanceTo: '2020-08-12T09:00:00Z' });
      const { decisions } = site.desk('secretariat');
      const gone = await contribute('delegate.fr', 'gone.docx', 'Gone');
      await decisions.record({ kind: 'publish', contributionId: gone, reason: '' });
      await decisions.record({ kind: 'withdraw', contributionId: gone, reason: '' });
      await decisions.record({ kind: 'extendDeadline', meetingId: secondId, reason: '' });
      await decisions.record({
        kind: 'interpretation',
        meetingId: secondId,
        reason: '',
        effect: { interpretation: { funds: 'available', outcomes: [{ language: 'en', isProvided: true, reason: 'always' }, { language: 'fr', isProvided: true, reason: 'funded' }] } }
      });
      const said = textOf(await ask({ kind: 'news' }));
      expect(said).toContain('Interpretation at Second meeting of TDAG-WG-SOP (virtual): English and French.');
      expect(said).toContain('Deadline changed\nSecond meeting of TDAG-WG-SOP (virtual)\nThursday 1 October 2020');
      expect(said).not.toContain('Gone');
    });

    it('holds nothing of what was found in a document', async () => {
      expect(textOf(await ask({ kind: 'news', since: Temporal.PlainDate.from('2020-08-01') }, KENYA))).not.toContain('Missing');
    });
  });

  describe('about coordinators', () => {
    it('says that none is named yet, with the vice-chairs of the region', async () => {
      const answer = await ask({ kind: 'coordinator', region: 'africa' });
      expect(answer.summary).toBe('No coordinator has been named for Africa yet.');
      expect(textOf(answer)).toContain('Vice-Chair 1 of TDAG for Africa\n');
      expect(textOf(answer)).not.toContain('Europe');
    });

    it('says who it is, since when and by which letter, once one is named', async () => {
      await site.desk('secretariat').delegations.add({
        name: 'Caribbean Telecommunications Union',
        type: 'regionalOrganization',
        region: 'americas',
        regionalOrganization: 'CITEL',
        representatives: [],
        coordinator: 'Delegation of Brazil',
        coordinatorSince: Temporal.PlainDate.from('2020-08-01'),
        coordinatorLetter: 'CL/20/34'
      });
      const answer = await ask({ kind: 'coordinator', region: 'americas' });
      expect(answer.summary).toBe('Coordinator for Americas: Delegation of Brazil.');
      expect(textOf(answer)).toContain('Coordinator named by CITEL\nDelegation of Brazil\nsince Saturday 1 August 2020 · by CL/20/34');
      const all = await ask({ kind: 'coordinator' });
      expect(all.summary).toBe('Regional coordinators named so far: 1 of 6.');
      expect(textOf(all)).toContain('Americas\nDelegation of Brazil\nArab States\nNot named yet');
    });
  });

  describe('about the reference documents', () => {
    it.each(LANGUAGES)('names them in %s and leads to each in the library', async (language) => {
      const answer = await ask({ kind: 'references' }, undefined, { language });
      const links = partsOf(answer.card.body).filter(({ type }) => type === 'Action.OpenUrl');
      expect(links.map(({ url }) => decodeURIComponent(String(url)).split('/').pop())).toEqual([
        'TDAG-WG-SOP-2-list-of-references.docx',
        'TDAG-WG-SOP-3-making-of-the-strategic-plan.docx',
        'TDAG-WG-SOP-35-annual-report-to-the-council.docx',
        'DT-1-programme-of-work.docx'
      ]);
      expect(textOf(answer)).toContain('DT/1');
    });

    it('says what is known of one that is not in the library, and that there are none when none is named', async () => {
      const { group } = await context();
      const elsewhere = await ask({ kind: 'references' }, undefined, { group: { ...group, referenceDocuments: [{ symbol: 'WTDC-17/1', url: 'https://www.itu.int/md/D17' }] } });
      expect(elsewhere.summary).toBe('The group works from 1 reference document.');
      expect(partsOf(elsewhere.card.body).map(({ url }) => url)).toContain('https://www.itu.int/md/D17');
      const { referenceDocuments: _none, ...without } = group;
      expect((await ask({ kind: 'references' }, undefined, { group: without })).summary).toContain('No reference documents are named');
    });
  });

  describe('to what was not understood', () => {
    it('offers what it may have meant, and each button answers', async () => {
      const closest: IntentKind[] = ['news', 'programme', 'standing', 'coordinator', 'references', 'howToSubmit'];
      const answer = await ask({ kind: 'unknown', closest });
      expect(answer.summary).toBe('I am not sure what you mean. Is it one of these?');
      expect(buttonsOf(answer)).toEqual(['What is new since yesterday?', 'What is the programme of work?', 'What if my contribution arrives today?', 'Who are the regional coordinators?', 'What are the reference documents?', 'Open Contribution Desk']);
    });

    it('says what can be asked when nothing comes close', async () => {
      expect((await ask({ kind: 'unknown', closest: [] })).summary).toContain('I did not understand that');
    });

    it.each(LANGUAGES)('and to a call for help lists examples in %s that all have an answer', async (language) => {
      const help = await ask({ kind: 'help' }, KENYA, { language });
      const commands = partsOf(help.card).flatMap(({ type, data }) => (type === 'Action.Submit' ? [parseCommand(data)] : []));
      expect(commands.length).toBeGreaterThan(10);
      for (const asked of commands) {
        expect(asked?.language).toBe(language);
        const answer = await answerCommand(asked?.command ?? { command: 'help' }, sourcesOf(site.desk(), KENYA), await context({ language }));
        expect(answer.card.lang).toBe(language);
        expect(answer.summary).not.toBe(help.summary);
      }
    });
  });
});
