import * as React from 'react';
import type { ExportWords } from '../../../../exports/exportWords';
import { wordDateRange, wordInstant } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import { loadExports } from '../../../../messages/loadExports';
import { loadMessages } from '../../../../messages/loadMessages';
import { createTranslator } from '../../../../messages/translator';
import { LANGUAGES } from '../../../../rules/language';
import type { Language } from '../../../../rules/language';
import type { Meeting } from '../../../../rules/meeting';
import { downloadFile } from '../../downloadFile';
import { downloadTables } from '../../downloadTables';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { AddToCalendar } from '../deadlines/AddToCalendar';
import { useLanguages } from '../languages/languagesContext';
import type { TranslationRow } from '../languages/translationRows';
import type { Dossier } from '../secretariat/dossier';
import { useSecretariat } from '../secretariat/secretariatContext';
import { SelectField } from '../submission/SelectField';
import { CalendarFeed } from './CalendarFeed';
import { overviewStyles as styles } from './overview.styles';
import { useOverview } from './overviewContext';

/** Of what something is given out. */
export interface GiveOutProps {
  readonly meeting: Meeting;
  /** The meeting's documents. */
  readonly own: readonly Dossier[];
  /** Them in their languages; undefined until they are known. */
  readonly rows: readonly TranslationRow[] | undefined;
}

/** What leaves the desk about a meeting: its list of documents, a report, and its calendar. What makes each is fetched when it is wanted. */
export function GiveOut({ meeting, own, rows }: GiveOutProps): React.ReactElement {
  const { group, site, translator } = useSecretariat();
  const { languageSite } = useLanguages();
  const { told } = useOverview();
  const [listLanguage, setListLanguage] = React.useState<Language>(translator.language);
  const [busy, setBusy] = React.useState(false);
  const [failed, setFailed] = React.useState<{ readonly error: unknown; readonly retry: () => void }>();
  const [message, setMessage] = React.useState<string>();

  const run = async (work: () => Promise<string>): Promise<void> => {
    setFailed(undefined);
    setMessage(undefined);
    setBusy(true);
    try {
      setMessage(await work());
    } catch (error) {
      setFailed({ error, retry: () => void run(work) });
    } finally {
      setBusy(false);
    }
  };
  const wordsIn = async (language: Language): Promise<ExportWords> => {
    const [own, shared] = await Promise.all([loadExports(language), loadMessages(language)]);
    return { group, translator: createTranslator(language, own), terms: createTranslator(language, shared) };
  };
  const report = async () => {
    const [words, { readReport }] = await Promise.all([wordsIn(translator.language), import(/* webpackChunkName: 'report' */ './readReport')]);
    return { words, tables: await readReport(meeting, own, site, languageSite, words) };
  };
  const printReport = async (): Promise<string> => {
    const [{ words, tables }, { printTables }] = await Promise.all([report(), import(/* webpackChunkName: 'print' */ '../../printTables')]);
    const { t } = words.translator;
    const lines = [
      group.name[translator.language],
      meeting.title,
      ...(meeting.status === 'postponed' ? [] : [wordDateRange(meeting.start, meeting.end, translator.language)]),
      t('exports.report.asOf', { time: wordInstant(site.clock.now(), group, translator) })
    ];
    printTables({ title: t('exports.report'), lines }, tables, translator);
    return told.t('give.printed');
  };
  const saveReport = async (): Promise<string> => {
    const { tables } = await report();
    await downloadTables(tables, 'xlsx', `${group.acronym}-report-${meeting.start.toString()}`);
    return told.t('give.saved');
  };
  const saveList = async (): Promise<string> => {
    const [words, { documentListDocx }] = await Promise.all([wordsIn(listLanguage), import(/* webpackChunkName: 'docx' */ '../../../../exports/documentListDocx')]);
    const documents = own.map(({ contribution }) => {
      const cells = rows?.find((row) => row.contribution.id === contribution.id)?.cells ?? [];
      const there = cells.flatMap(({ state, version }) => (state === 'available' || state === 'supplied' ? [version.language] : []));
      return { ...contribution, languages: [...(contribution.originalLanguage === undefined ? [] : [contribution.originalLanguage]), ...there] };
    });
    const file = await documentListDocx(meeting, documents, site.clock.now(), words);
    downloadFile(file, `${group.acronym}-documents-${meeting.start.toString()}-${group.languageLetters[listLanguage]}.docx`);
    return told.t('give.saved');
  };
  return (
    <section className={styles.section} aria-labelledby="desk-overview-give">
      <h3 id="desk-overview-give" className={styles.heading}>
        {told.t('give.heading')}
      </h3>
      <div role="status" className={styles.status}>
        {message !== undefined && <Notice tone="good" title={message} />}
      </div>
      {failed !== undefined && <SiteProblem error={failed.error} translator={translator} onRetry={failed.retry} />}
      <div className={styles.gives}>
        <div className={styles.give}>
          <h4 className={styles.subheading}>{told.t('give.list')}</h4>
          <p className={styles.quiet}>{told.t('give.list.hint')}</p>
          <SelectField
            id="desk-overview-list-language"
            label={told.t('give.language')}
            isOptional
            placeholder={languageName(translator.language, translator.language)}
            options={LANGUAGES.filter((language) => language !== translator.language).map((value) => ({ value, text: languageName(value, translator.language) }))}
            value={listLanguage === translator.language ? undefined : listLanguage}
            onChange={(language) => setListLanguage(language ?? translator.language)}
          />
          <div className={styles.buttons}>
            <DefaultButton text={told.t('give.word')} disabled={busy || rows === undefined} onClick={() => void run(saveList)} />
          </div>
        </div>
        <div className={styles.give}>
          <h4 className={styles.subheading}>{told.t('give.report')}</h4>
          <p className={styles.quiet}>{told.t('give.report.hint')}</p>
          <div className={styles.buttons}>
            <DefaultButton text={told.t('give.print')} disabled={busy} onClick={() => void run(printReport)} />
            <DefaultButton text={told.t('give.excel')} disabled={busy} onClick={() => void run(saveReport)} />
          </div>
        </div>
        <div className={styles.give}>
          <h4 className={styles.subheading}>{told.t('give.calendar')}</h4>
          {group.calendarAddress === undefined ? <p className={styles.quiet}>{told.t('give.calendar.once')}</p> : <CalendarFeed address={`${group.calendarAddress.replace(/\/+$/, '')}/${translator.language}.ics`} />}
          <div className={styles.buttons}>
            <AddToCalendar meeting={meeting} />
          </div>
        </div>
      </div>
    </section>
  );
}
