import * as React from 'react';
import { loadOverview } from '../../../../messages/loadOverview';
import type { Meeting } from '../../../../rules/meeting';
import { useFollowed } from '../../hooks/useFollowed';
import { useTexts } from '../../hooks/useTexts';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useLanguages } from '../languages/languagesContext';
import { LanguagesProvider } from '../languages/LanguagesProvider';
import { interpretationState } from '../languages/readInterpretation';
import { countVersions, translationRows } from '../languages/translationRows';
import type { Dossier } from '../secretariat/dossier';
import { useSecretariat } from '../secretariat/secretariatContext';
import { AttentionFirst } from './AttentionFirst';
import { CountBars } from './CountBars';
import { GiveOut } from './GiveOut';
import { InterpretationSummary } from './InterpretationSummary';
import { overviewStyles as styles } from './overview.styles';
import { OverviewContext, useOverview } from './overviewContext';
import type { OverviewDoors } from './overviewContext';
import { figuresOf } from './overviewFigures';
import { readOverview } from './readOverview';
import { Timeline } from './Timeline';
import { TranslationsSummary } from './TranslationsSummary';

/** What an overview is of. */
export interface OverviewPartProps {
  readonly meeting: Meeting;
  /** The meeting's documents, and those that need attention and belong to none. */
  readonly dossiers: readonly Dossier[];
  readonly doors: OverviewDoors;
}

/** A meeting at a glance: what asks for attention, what arrived when, and how documents and languages stand. */
export function OverviewPart({ meeting, dossiers, doors }: OverviewPartProps): React.ReactElement {
  const { translator } = useSecretariat();
  const texts = useTexts(translator.language, loadOverview);
  const told = texts.value;
  const context = React.useMemo(() => told && { told, doors }, [told, doors]);
  if (context === undefined) {
    return texts.error === undefined ? <Skeleton lines={8} /> : <SiteProblem error={texts.error} translator={translator} onRetry={texts.retry} />;
  }
  return (
    <OverviewContext.Provider value={context}>
      <LanguagesProvider>
        <Overview meeting={meeting} dossiers={dossiers} />
      </LanguagesProvider>
    </OverviewContext.Provider>
  );
}

function Overview({ meeting, dossiers }: Omit<OverviewPartProps, 'doors'>): React.ReactElement {
  const { group, site, translator, words } = useSecretariat();
  const { languageSite } = useLanguages();
  const { doors, told } = useOverview();
  const figures = figuresOf(dossiers, meeting, group);
  const ids = figures.own.map(({ contribution }) => contribution.id);
  const [first, last] = ids.length === 0 ? [0, 0] : [Math.min(...ids), Math.max(...ids)];
  const read = React.useCallback(() => readOverview(site, languageSite, meeting.id, first, last), [site, languageSite, meeting.id, first, last]);
  const { value: record, error, refresh } = useFollowed(read);
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO(group.zone).toPlainDate();
  const languages = record && interpretationState(meeting, record.interpretation, group, now);
  const rows = record && translationRows(figures.own, record.translations, group, today);
  return (
    <div className={styles.overview}>
      <AttentionFirst figures={figures} today={today} overdueTranslations={rows && countVersions(rows, 'overdue')} interpretation={languages?.phase} />
      <Timeline meeting={meeting} figures={figures} now={now} today={today} />
      <div className={styles.pairs}>
        <CountBars
          id="standing"
          heading={told.t('standing.heading')}
          counts={figures.byStanding}
          labelOf={(key) => (key === 'none' ? words.t('filter.noStanding') : translator.t(`standing.${key}`))}
          onOpen={(standing) => doors.openDocuments({ ...figures.ofMeeting, standing })}
        />
        <CountBars
          id="state"
          heading={told.t('state.heading')}
          counts={figures.byState}
          labelOf={(key) => (key === 'none' ? words.t('filter.noState') : translator.t(`docStatus.${key}`))}
          onOpen={(state) => doors.openDocuments({ ...figures.ofMeeting, state })}
        />
        {error !== undefined && <SiteProblem error={error} translator={translator} onRetry={refresh} />}
        {languages === undefined || rows === undefined ? (
          error === undefined && <Skeleton lines={6} />
        ) : (
          <>
            <InterpretationSummary state={languages} />
            <TranslationsSummary rows={rows} />
          </>
        )}
      </div>
      <GiveOut meeting={meeting} own={figures.own} rows={rows} />
    </div>
  );
}
