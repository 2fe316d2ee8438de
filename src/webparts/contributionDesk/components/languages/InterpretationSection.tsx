import * as React from 'react';
import type { Meeting } from '../../../../rules/meeting';
import type { CurrentUser } from '../../../../site/currentUser';
import { representedBy } from '../../../../site/delegations';
import { useFollowed } from '../../hooks/useFollowed';
import { useNow } from '../../hooks/useNow';
import { isOpen } from '../../../../rules/deadlines';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { VisuallyHidden } from '../common/VisuallyHidden';
import { SelectField } from '../submission/SelectField';
import { LanguageRow } from './LanguageRow';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';
import { LanguagesProvider } from './LanguagesProvider';
import { PhaseNotice } from './PhaseNotice';
import { interpretationState, readInterpretation } from './readInterpretation';

/** For which meeting, and who asks. */
export interface InterpretationSectionProps {
  readonly meeting: Meeting;
  /** Undefined while the site has not said who it is. */
  readonly user: CurrentUser | undefined;
}

/** The interpretation at a meeting as a delegate sees it, with the way to ask for a language. */
export function InterpretationSection(props: InterpretationSectionProps): React.ReactElement {
  return (
    <LanguagesProvider>
      <Interpretation {...props} />
    </LanguagesProvider>
  );
}

function Interpretation({ meeting: known, user }: InterpretationSectionProps): React.ReactElement {
  const { group, languageSite, said, site, translator } = useLanguages();
  const read = React.useCallback(() => readInterpretation(site, languageSite, known.id), [site, languageSite, known.id]);
  const { value: record, error, refresh, amend } = useFollowed(read);
  const [chosen, setChosen] = React.useState<string>();
  const represented = record === undefined || user === undefined ? [] : representedBy(record.delegations, user.email);
  const delegation = (represented.find(({ name }) => name === chosen) ?? represented[0])?.name;
  const meeting = record?.meeting ?? known;
  const now = useNow(site.clock);
  const state = record && interpretationState(meeting, record, group, now);
  const isLate = state !== undefined && !isOpen(state.deadline, now);
  return (
    <section className={styles.section} aria-labelledby="desk-interpretation">
      <h3 id="desk-interpretation" className={styles.heading}>
        {said.t('interpretation.heading')}
      </h3>
      {record === undefined && error === undefined && (
        <div>
          <VisuallyHidden role="status">{said.t('interpretation.loading')}</VisuallyHidden>
          <Skeleton lines={4} />
        </div>
      )}
      {error !== undefined && <SiteProblem error={error} translator={translator} onRetry={refresh} />}
      {record !== undefined && state !== undefined && (
        <>
          <PhaseNotice state={state} />
          <p className={styles.quiet}>{said.t('interpretation.english')}</p>
          {user !== undefined && delegation === undefined && (
            <Notice tone="plain">
              <p>{said.t('ask.nobody')}</p>
              <a href={`mailto:${group.secretariatAddress}`}>{said.t('ask.nobody.next', { address: group.secretariatAddress })}</a>
            </Notice>
          )}
          {represented.length === 1 && (
            <p>
              {said.t('ask.for')} <strong dir="auto">{delegation}</strong>
            </p>
          )}
          {represented.length > 1 && (
            <SelectField
              id="desk-interpretation-delegation"
              label={said.t('ask.for')}
              isOptional
              placeholder={translator.t('form.choose')}
              options={represented.map(({ name }) => ({ value: name, text: name }))}
              value={delegation}
              onChange={setChosen}
            />
          )}
          {delegation !== undefined && isLate && <p>{said.t('ask.lateHint')}</p>}
          <ul className={styles.rows}>
            {state.tallies.map((tally) => (
              <LanguageRow
                key={tally.language}
                meetingId={meeting.id}
                tally={tally}
                outcome={state.decision?.outcomes.find(({ language }) => language === tally.language)}
                requests={record.requests}
                deadline={state.deadline}
                asker={delegation === undefined || user === undefined ? undefined : { delegation, email: user.email }}
                onAsked={async () => {
                  const newest = await read();
                  amend(() => newest);
                }}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
