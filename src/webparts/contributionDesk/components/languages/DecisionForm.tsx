import { Checkbox } from '@fluentui/react/lib/Checkbox';
import * as React from 'react';
import { languageName } from '../../../../messages/locale';
import { isOpen } from '../../../../rules/deadlines';
import { overrideOutcomes } from '../../../../rules/interpretation';
import type { LanguageOutcome } from '../../../../rules/interpretation';
import type { Language } from '../../../../rules/language';
import type { Meeting } from '../../../../rules/meeting';
import { LanguageActions } from '../../../../site/languageActions';
import { Notice } from '../common/Notice';
import { Choices } from '../secretariat/Choices';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import { formStyles as styles } from '../secretariat/forms.styles';
import { ReasonField } from '../secretariat/ReasonField';
import { useSecretariat } from '../secretariat/secretariatContext';
import { useLanguages } from './languagesContext';
import { interpretationState } from './readInterpretation';
import type { InterpretationRecord } from './readInterpretation';

const ID = 'desk-decide';

/** What is decided upon. */
export interface DecisionFormProps {
  readonly meeting: Meeting;
  readonly record: InterpretationRecord;
  /** Reads the record again. */
  readonly reread: () => Promise<InterpretationRecord>;
  /** Called with the record when it turned out to have changed. */
  readonly onReread: (record: InterpretationRecord) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/**
 * Proposes what the rules make of the requests and the funds, takes what the secretariat decides otherwise, and records
 * it. Before that everything is read again: when the proposal rests on something that has changed, the person looks anew.
 */
export function DecisionForm({ meeting, record, reread, onReread, onDone, onClose }: DecisionFormProps): React.ReactElement {
  const { group, site, words } = useSecretariat();
  const { said } = useLanguages();
  const [chosen, setChosen] = React.useState<ReadonlyMap<Language, boolean>>(new Map());
  const [reason, setReason] = React.useState('');
  const [isSure, setIsSure] = React.useState(false);
  const [isChecked, setIsChecked] = React.useState(false);
  const [isStale, setIsStale] = React.useState(false);
  const [isWorking, setIsWorking] = React.useState(false);
  const [error, setError] = React.useState<unknown>();

  const { proposal, deadline } = interpretationState(meeting, record, group, record.readAt);
  const outcomes = overrideOutcomes(proposal, chosen);
  const needsReason = outcomes.some((outcome) => outcome.reason === 'override');
  const isEarly = isOpen(deadline, record.readAt);

  const decide = async (): Promise<void> => {
    setIsWorking(true);
    setError(undefined);
    try {
      const newest = await reread();
      if (basisOf(newest, meeting) !== basisOf(record, meeting)) {
        onReread(newest);
        setIsStale(true);
        setIsWorking(false);
        return;
      }
      await new LanguageActions(site).decide(meeting, outcomes, reason.trim());
      onDone();
    } catch (problem) {
      setError(problem);
      setIsWorking(false);
    }
  };
  const basisOf = (of: InterpretationRecord, known: Meeting): string => {
    const at = of.meeting ?? known;
    const { tallies, decision } = interpretationState(at, of, group, of.readAt);
    return JSON.stringify([at.languageFunds, at.statutory, tallies, decision?.id]);
  };
  const submit = (): void => {
    setIsChecked(true);
    if (needsReason && reason.trim() === '') {
      document.getElementById(`${ID}-reason`)?.focus();
    } else if (isEarly && !isSure) {
      document.getElementById(`${ID}-sure`)?.focus();
    } else {
      void decide();
    }
  };
  return (
    <ConfirmForm
      id={ID}
      title={said.t('decide.open')}
      level={4}
      confirmText={said.t('decide.confirm')}
      isWorking={isWorking}
      error={error}
      stale={
        isStale && (
          <Notice tone="caution" role="alert" title={said.t('decide.stale')}>
            <p>{said.t('decide.stale.next')}</p>
          </Notice>
        )
      }
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{said.t('decide.hint')}</p>
      <div className={styles.row}>
        {proposal
          .filter(({ language }) => language !== 'en')
          .map((proposed) => (
            <LanguageChoice
              key={proposed.language}
              proposed={proposed}
              isProvided={chosen.get(proposed.language) ?? proposed.isProvided}
              onChange={(isProvided) => setChosen(new Map([...chosen, [proposed.language, isProvided]]))}
            />
          ))}
      </div>
      <ReasonField
        id={`${ID}-reason`}
        value={reason}
        hint={needsReason ? said.t('decide.reason.override') : words.t('action.reason.hint')}
        isOptional={!needsReason}
        isChecked={isChecked}
        onChange={setReason}
      />
      {isEarly && (
        <Notice tone="caution" title={said.t('decide.early')}>
          <p>{said.t('decide.early.next')}</p>
          <Checkbox id={`${ID}-sure`} label={said.t('decide.early.confirm')} checked={isSure} onChange={(_event, checked = false) => setIsSure(checked)} />
          {isChecked && !isSure && <p role="alert">{words.t('action.blocked.missing')}</p>}
        </Notice>
      )}
    </ConfirmForm>
  );
}

interface LanguageChoiceProps {
  readonly proposed: LanguageOutcome;
  readonly isProvided: boolean;
  readonly onChange: (isProvided: boolean) => void;
}

function LanguageChoice({ proposed, isProvided, onChange }: LanguageChoiceProps): React.ReactElement {
  const { said, translator } = useLanguages();
  const { language } = proposed;
  const textOf = (provides: boolean): string => {
    const outcome = said.t(provides ? 'outcome.provided' : 'outcome.notProvided');
    return provides === proposed.isProvided ? said.t('decide.proposed', { outcome }) : outcome;
  };
  return (
    <div>
      <Choices
        id={`${ID}-${language}`}
        label={languageName(language, translator.language)}
        value={isProvided ? 'yes' : 'no'}
        options={[
          { value: 'yes', text: textOf(true) },
          { value: 'no', text: textOf(false) }
        ]}
        onChange={(value) => onChange(value === 'yes')}
      />
      <p style={{ color: 'var(--desk-quiet)', fontSize: 13 }}>{said.t(`reason.${isProvided === proposed.isProvided ? proposed.reason : 'override'}`)}</p>
    </div>
  );
}
