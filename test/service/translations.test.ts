import type { Meeting } from '../../src/rules/meeting';
import { DocumentFactsReader } from '../../src/service/documentFacts';
import { DocumentRecords } from '../../src/service/documentRecords';
import { TranslationKeeper } from '../../src/service/translationKeeper';
import { DocumentActions } from '../../src/site/documentActions';
import { eventually } from '../support/eventually';
import { anotherRun, contributionOf, form, inState, put } from '../support/library';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { workingGroup } from '../support/workingGroup';

describe('the language versions of documents', () => {
  let site: TestSite;
  let service: TestService;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    service = await runService(site);
  });

  afterEach(async () => {
    await service.stop();
    await site.stop();
  });

  const listed = async (id: number): Promise<string[]> =>
    (await site.desk('member').translations.ofContribution(id))
      .map(({ language, status, dueDate }) => `${language} ${status}${dueDate === undefined ? '' : ` ${dueDate.toString()}`}`)
      .sort();
  const DUE = ['ar due 2020-09-24', 'es due 2020-09-24', 'fr due 2020-09-24', 'ru due 2020-09-24', 'zh due 2020-09-24'];

  it('are listed as due for what is to be translated, and not at all for what is not', async () => {
    const [translated, information] = [await put(site, 'action.docx', form(meeting.id)), await put(site, 'info.docx', { ...form(meeting.id), purpose: 'information' })];
    await eventually(async () => expect(await listed(translated)).toEqual(DUE));
    await inState(site, information, 'received');
    await anotherRun(service);
    expect(await listed(information)).toEqual([]);
  });

  it('follow the original’s language when it is known or corrected', async () => {
    const id = await put(site, 'corrected.docx');
    await inState(site, id, 'needsAttention');
    await anotherRun(service);
    expect(await listed(id)).toEqual([]);
    await site.desk('delegate.ke').contributions.describe(id, form(meeting.id));
    await eventually(async () => expect(await listed(id)).toEqual(DUE));
    await site.desk('delegate.ke').contributions.describe(id, { ...form(meeting.id), originalLanguage: 'ru' });
    await eventually(async () => expect(await listed(id)).toEqual([...DUE.filter((each) => !each.startsWith('ru')), 'en due 2020-09-24', 'ru notDue'].sort()));
  });

  it('leave alone what the secretariat records, and follow the author’s own versions until they are withdrawn', async () => {
    const id = await put(site, 'original.docx', form(meeting.id));
    await eventually(async () => expect(await listed(id)).toEqual(DUE));
    await site.desk('secretariat').translations.record(id, { language: 'ru', status: 'inTranslation' });
    const version = await put(site, 'original_F.docx', { ...form(meeting.id), originalLanguage: 'fr' });
    await site.desk('delegate.ke').contributions.recordPart(version, { of: id, kind: 'languageVersion' });
    const withSupplied = ['ar due 2020-09-24', 'es due 2020-09-24', 'fr supplied', 'ru inTranslation 2020-09-24', 'zh due 2020-09-24'];
    await eventually(async () => expect(await listed(id)).toEqual(withSupplied));
    const supplied = (await site.desk().translations.ofContribution(id)).find(({ language }) => language === 'fr');
    expect(supplied?.fileRef).toBe((await contributionOf(site, version)).fileRef);
    await inState(site, version, 'received');
    await new DocumentActions(site.desk('secretariat'), workingGroup()).withdraw(await contributionOf(site, version), 'The author asked for it');
    await eventually(async () => expect(await listed(id)).toContain('fr due 2020-09-24'));
    expect(await listed(version)).toEqual([]);
  });

  it('are found right for a page of documents without a request for each', async () => {
    const id = await put(site, 'original.docx', form(meeting.id));
    const version = await put(site, 'original_F.docx', { ...form(meeting.id), originalLanguage: 'fr' });
    await site.desk('delegate.ke').contributions.recordPart(version, { of: id, kind: 'languageVersion' });
    await eventually(async () => expect(await listed(id)).toContain('fr supplied'));
    await service.stop();
    const desk = site.desk();
    const page = await desk.contributions.byIds([id, version]);
    const [[document, { translations, parts }]] = await new DocumentFactsReader(desk, new DocumentRecords(desk.deskState)).ofPage(page);
    expect(parts?.map((part) => part.id)).toEqual([version]);
    const requests = jest.spyOn(globalThis, 'fetch');
    await new TranslationKeeper(desk).keep(document, { columns: document, decided: { isReport: false }, rows: translations, parts }, workingGroup());
    expect(requests).not.toHaveBeenCalled();
    requests.mockRestore();
  });

  it('are not overwritten by what the service read before the secretariat recorded them', async () => {
    const id = await put(site, 'original.docx', form(meeting.id));
    await eventually(async () => expect(await listed(id)).toEqual(DUE));
    const [document, desk] = [await inState(site, id, 'received'), site.desk()];
    const rows = await desk.translations.ofContribution(id);
    await service.stop();
    await site.desk('secretariat').translations.record(id, { language: 'ru', status: 'available' });
    // The document is held by now, so the rules want every row changed; as seen there is nothing, or what was there before.
    const columns = { ...document, standing: 'held', docStatus: 'held' } as const;
    for (const seen of [rows, []]) {
      await new TranslationKeeper(desk).keep(document, { columns, decided: { isReport: true }, rows: seen }, workingGroup());
      expect(await listed(id)).toEqual(['ar notDue', 'es notDue', 'fr notDue', 'ru available', 'zh notDue']);
    }
  });

  it('are always due for a report of the group, and never for what was withdrawn', async () => {
    await site.administer('clock', { advanceTo: geneva('2020-09-01T09:00:00').toString() });
    const id = await put(site, 'report.docx', form(meeting.id));
    await inState(site, id, 'received');
    await anotherRun(service);
    expect(await listed(id)).toEqual([]);
    await site.desk('secretariat').decisions.record({ kind: 'markReport', contributionId: id, reason: 'The report of the meeting' });
    await eventually(async () => expect((await listed(id)).map((each) => each.slice(3, 6))).toEqual(['due', 'due', 'due', 'due', 'due']));
    await new DocumentActions(site.desk('secretariat'), workingGroup()).withdraw(await contributionOf(site, id), 'Replaced');
    await eventually(async () => expect(await listed(id)).toEqual(['ar notDue', 'es notDue', 'fr notDue', 'ru notDue', 'zh notDue']));
  });
});
