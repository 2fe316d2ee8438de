import * as React from 'react';
import type { Meeting } from '../../../../rules/meeting';
import { SiteError } from '../../../../site/errors';
import type { ShownMeeting } from '../../../../site/meetingActions';
import { useFollowed } from '../../hooks/useFollowed';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useSecretariat } from '../secretariat/secretariatContext';
import { DecisionForm } from './DecisionForm';
import { FundsForm } from './FundsForm';
import { LanguageExports } from './LanguageExports';
import { LanguageTrace } from './LanguageTrace';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';
import { LanguagesProvider } from './LanguagesProvider';
import { PhaseNotice } from './PhaseNotice';
import { interpretationState, readInterpretation } from './readInterpretation';
import { RequestEntry } from './RequestEntry';
import { TallyRow } from './TallyRow';

/** Which meeting. */
export interface LanguagesPartProps {
  readonly meeting: Meeting;
  /** Called when the meeting or a decision about it was changed. */
  readonly onChanged: () => void;
}

/** The interpretation at a meeting as the secretariat works on it. */
export function LanguagesPart(props: LanguagesPartProps): React.ReactElement {
  return (
    <LanguagesProvider>
      <Languages {...props} />
    </LanguagesProvider>
  );
}

type OpenForm = { readonly kind: 'funds'; readonly shown: ShownMeeting } | { readonly kind: 'decide' | 'request' };

function Languages({ meeting: known, onChanged }: LanguagesPartProps): React.ReactElement {
  const { site, words } = useSecretariat();
  const { group, languageSite, said, translator } = useLanguages();
  const read = React.useCallback(() => readInterpretation(site, languageSite, known.id), [site, languageSite, known.id]);
  const { value: record, error, refresh, amend } = useFollowed(read);
  const [form, setForm] = React.useState<OpenForm>();
  const [problem, setProblem] = React.useState<unknown>();
  const [message, setMessage] = React.useState<string>();
  const heading = React.useRef<HTMLHeadingElement>(null);
  if (record === undefined) {
    return error === undefined ? <Skeleton lines={6} /> : <SiteProblem error={error} translator={translator} onRetry={refresh} />;
  }
  const meeting = record.meeting ?? known;
  const state = interpretationState(meeting, record, group, record.readAt);
  const open = (next: OpenForm): void => {
    setProblem(undefined);
    setMessage(undefined);
    setForm(next);
  };
  const openFunds = async (): Promise<void> => {
    try {
      const shown = await site.meetings.getForChange(meeting.id);
      if (shown === undefined) {
        throw new SiteError('notFound', `Meeting ${meeting.id} is no longer there`);
      }
      open({ kind: 'funds', shown });
    } catch (failure) {
      setProblem(failure);
    }
  };
  const close = (): void => {
    setForm(undefined);
    heading.current?.focus();
  };
  const done = (text: string): void => {
    setMessage(text);
    refresh();
    onChanged();
    close();
  };
  return (
    <section className={styles.section} aria-labelledby="desk-languages">
      <div className={styles.head}>
        <h3 ref={heading} id="desk-languages" tabIndex={-1} className={styles.heading}>
          {said.t('interpretation.heading')}
        </h3>
      </div>
      {error !== undefined && <SiteProblem error={error} translator={translator} onRetry={refresh} />}
      <PhaseNotice state={state} />
      <p>
        {said.t('funds.now')} <strong>{said.t(`funds.${meeting.languageFunds}`)}</strong>
      </p>
      <div role="status" className={styles.status}>
        {message !== undefined && <Notice tone="good" title={message} />}
      </div>
      {problem !== undefined && <SiteProblem error={problem} translator={translator} onRetry={() => void openFunds()} />}
      {form === undefined && (
        <div className={styles.buttons}>
          <DefaultButton text={said.t(state.decision === undefined ? 'decide.open' : 'decide.anew')} onClick={() => open({ kind: 'decide' })} />
          <DefaultButton text={said.t('funds.record')} onClick={() => void openFunds()} />
          <DefaultButton text={said.t('entry.open')} onClick={() => open({ kind: 'request' })} />
        </div>
      )}
      {form?.kind === 'funds' && <FundsForm shown={form.shown} onDone={() => done(said.t('funds.done'))} onClose={close} />}
      {form?.kind === 'decide' && (
        <DecisionForm meeting={meeting} record={record} reread={read} onReread={(newest) => amend(() => newest)} onDone={() => done(said.t('decide.done'))} onClose={close} />
      )}
      {form?.kind === 'request' && (
        <RequestEntry
          meetingId={meeting.id}
          record={record}
          deadline={state.deadline}
          onEntered={async () => {
            const newest = await read();
            amend(() => newest);
          }}
          onClose={close}
        />
      )}
      <ul className={styles.rows}>
        {state.tallies.map((tally) => (
          <TallyRow
            key={tally.language}
            tally={tally}
            requests={record.requests}
            proposed={state.proposal.find(({ language }) => language === tally.language)}
            decided={state.decision?.outcomes.find(({ language }) => language === tally.language)}
          />
        ))}
      </ul>
      <LanguageExports
        meeting={meeting}
        requests={record.requests}
        tallies={state.tallies}
        outcomes={state.decision?.outcomes ?? state.proposal}
        decision={state.decision}
        delegations={record.delegations}
      />
      <details className={styles.details}>
        <summary>{words.t('details.decisions')}</summary>
        <LanguageTrace decisions={record.decisions} />
      </details>
    </section>
  );
}
