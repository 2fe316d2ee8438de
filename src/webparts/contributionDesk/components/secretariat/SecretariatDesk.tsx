import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordInstant, wordShortDate } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { nextMeeting } from '../../../../rules/meeting';
import type { Contribution } from '../../../../site/contribution';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { VisuallyHidden } from '../common/VisuallyHidden';
import { LinkedProblem } from '../linked/LinkedProblem';
import { SelectField } from '../submission/SelectField';
import type { DocumentFilter } from './documentFilter';
import { DocumentList } from './DocumentList';
import { dossierOf } from './dossier';
import { MeetingPanel } from './MeetingPanel';
import { FetchedPart, MeetingParts, partTabId } from './MeetingParts';
import type { MeetingPart } from './MeetingParts';
import { readMeeting } from './readMeeting';
import { useSecretariat } from './secretariatContext';
import { useLinkedPlace } from './useLinkedPlace';
import { useFollowed } from '../../hooks/useFollowed';
import type { TranslationFilter } from '../languages/translationRows';
import type { OverviewDoors } from '../overview/overviewContext';

const loadOverviewPart = () => import(/* webpackChunkName: 'overview' */ '../overview/OverviewPart');
const loadLanguagesPart = () => import(/* webpackChunkName: 'languages' */ '../languages/LanguagesPart');
const loadTranslationsPart = () => import(/* webpackChunkName: 'translations' */ '../languages/TranslationsPart');
const loadRegions = () => import(/* webpackChunkName: 'regions' */ '../regions/RegionsSection');
const loadReminders = () => import(/* webpackChunkName: 'reminders' */ '../reminders/RemindersPart');

const styles = mergeStyleSets({
  desk: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 28 },
  chooser: { maxWidth: 560 }
});

/** The secretariat's desk: a meeting, what can be decided about it, and its documents by what they ask. */
export function SecretariatDesk(): React.ReactElement {
  const { group, meetings, site, translator, words, onTargetLeft } = useSecretariat();
  const linked = useLinkedPlace();
  const latestFirst = [...meetings].sort((one, other) => (one.start.toString() < other.start.toString() ? 1 : -1));
  const [chosen, setChosen] = React.useState(() => (nextMeeting(meetings, site.clock.now(), group.zone) ?? latestFirst[0])?.id);
  const [part, setPart] = React.useState<MeetingPart>('overview');
  React.useEffect(() => linked.meeting && setChosen(linked.meeting.id), [linked.meeting]);
  React.useEffect(() => linked.document && setPart('documents'), [linked.document]);
  const choose = (value: string | undefined): void => {
    if (value !== undefined) {
      onTargetLeft();
      setChosen(Number(value));
    }
  };
  if (meetings.length === 0) {
    return (
      <Notice tone="plain" title={words.t('desk.noMeeting')}>
        <p>{words.t('desk.noMeeting.next')}</p>
      </Notice>
    );
  }
  const meetingId = chosen ?? latestFirst[0].id;
  return (
    <div className={styles.desk}>
      {linked.problem !== undefined && <LinkedProblem kind={linked.problem} onClose={onTargetLeft} />}
      {linked.error !== undefined && <SiteProblem error={linked.error} translator={translator} onRetry={linked.retry} />}
      <div className={styles.chooser}>
        <SelectField
          id="desk-meeting"
          label={words.t('desk.meeting')}
          isOptional
          placeholder={translator.t('form.choose')}
          options={latestFirst.map(({ id, title, start, status }) => ({
            value: String(id),
            text: words.t('desk.meetingOption', {
              meeting: isolate(title),
              date: status === 'postponed' ? words.t('meeting.noDate') : wordShortDate(start, translator.language),
              status: words.t(`meetingStatus.${status}`)
            })
          }))}
          value={String(meetingId)}
          onChange={choose}
        />
      </div>
      <MeetingDesk key={meetingId} meetingId={meetingId} part={part} onPart={setPart} linked={linked.document} />
    </div>
  );
}

interface MeetingDeskProps {
  readonly meetingId: number;
  readonly part: MeetingPart;
  readonly onPart: (part: MeetingPart) => void;
  /** The document to which a link leads. */
  readonly linked: Contribution | undefined;
}

/** One meeting with its documents and languages, kept up to date. */
function MeetingDesk({ meetingId, part, onPart, linked }: MeetingDeskProps): React.ReactElement {
  const { group, meetings, onMeetingsRead, site, translator, words } = useSecretariat();
  const read = React.useCallback(async () => ({ ...(await readMeeting(site, meetingId)), readAt: site.clock.now() }), [site, meetingId]);
  const { value, error, refresh, amend } = useFollowed(read);
  const [filter, setFilter] = React.useState<DocumentFilter>({});
  const [translationFilter, setTranslationFilter] = React.useState<TranslationFilter>();
  const [toOpen, setToOpen] = React.useState(linked);
  React.useEffect(() => linked && setToOpen(linked), [linked]);
  const doors = React.useMemo((): OverviewDoors => {
    const go = (to: MeetingPart): void => {
      onPart(to);
      // What was pressed is hidden now; the focus goes where the person was led.
      window.setTimeout(() => document.getElementById(partTabId(to))?.focus(), 0);
    };
    return {
      openDocuments: (wanted) => {
        setFilter(wanted);
        go('documents');
      },
      openDocument: (wanted) => {
        // Another value each time: the document may have been closed since.
        setToOpen({ ...wanted });
        onPart('documents');
      },
      openLanguages: () => go('languages'),
      openTranslations: (wanted) => {
        setTranslationFilter(wanted);
        go('translations');
      }
    };
  }, [onPart]);
  React.useEffect(() => value && onMeetingsRead(value.meetings), [value, onMeetingsRead]);
  const dossiers = React.useMemo(
    () => value?.documents.map((document) => dossierOf(document, value.decisions, value.readAt, group)),
    [value, group]
  );
  const meeting = meetings.find(({ id }) => id === meetingId);
  if (value === undefined || dossiers === undefined || meeting === undefined) {
    return error === undefined ? (
      <div>
        <VisuallyHidden role="status">{words.t('list.loading')}</VisuallyHidden>
        <Skeleton lines={8} />
      </div>
    ) : (
      <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={refresh} />
    );
  }
  return (
    <div className={styles.desk}>
      <MeetingPanel
        meeting={meeting}
        dossiers={dossiers}
        decisions={value.decisions.filter(({ contributionId }) => contributionId === undefined)}
        onChanged={refresh}
      />
      {error !== undefined && (
        <SiteProblem error={error} translator={translator} onRetry={refresh}>
          <p>{words.t('list.notFresh', { time: wordInstant(value.readAt, group, translator) })}</p>
        </SiteProblem>
      )}
      <MeetingParts
        part={part}
        onPart={onPart}
        draw={{
          overview: () => <FetchedPart load={loadOverviewPart}>{({ OverviewPart }) => <OverviewPart meeting={meeting} dossiers={dossiers} doors={doors} />}</FetchedPart>,
          documents: () => (
            <DocumentList
              dossiers={dossiers}
              decisions={value.decisions}
              meetingId={meetingId}
              filter={filter}
              onFilter={setFilter}
              linked={toOpen}
              onChanged={(changed) =>
                amend((known) => ({
                  ...known,
                  documents: known.documents.map((document) => (document.id === changed.id ? changed : document)).filter(({ meetingId: of }) => of === meetingId || !meetings.some(({ id }) => id === of))
                }))
              }
            />
          ),
          languages: () => <FetchedPart load={loadLanguagesPart}>{({ LanguagesPart }) => <LanguagesPart meeting={meeting} onChanged={refresh} />}</FetchedPart>,
          translations: () => (
            <FetchedPart load={loadTranslationsPart}>
              {({ TranslationsPart }) => <TranslationsPart meetingId={meetingId} dossiers={dossiers} filter={translationFilter} onFilter={setTranslationFilter} onChanged={refresh} />}
            </FetchedPart>
          ),
          regions: () => <FetchedPart load={loadRegions}>{({ RegionsSection }) => <RegionsSection meeting={meeting} />}</FetchedPart>,
          reminders: () => <FetchedPart load={loadReminders}>{({ RemindersPart }) => <RemindersPart meeting={meeting} />}</FetchedPart>
        }}
      />
    </div>
  );
}
