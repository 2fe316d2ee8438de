import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { isOpen } from '../../../../rules/deadlines';
import type { Deadline } from '../../../../rules/deadlines';
import type { Language } from '../../../../rules/language';
import { Notice } from '../common/Notice';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import { formStyles as styles } from '../secretariat/forms.styles';
import { useSecretariat } from '../secretariat/secretariatContext';
import { SelectField } from '../submission/SelectField';
import { useLanguages } from './languagesContext';
import { requestOf } from './readInterpretation';
import type { InterpretationRecord } from './readInterpretation';

const ID = 'desk-entry';

/** For which meeting. */
export interface RequestEntryProps {
  readonly meetingId: number;
  readonly record: InterpretationRecord;
  readonly deadline: Deadline;
  /** Called after the site took it; ends when what it then has is shown. */
  readonly onEntered: () => Promise<void>;
  readonly onClose: () => void;
}

/** Enters or withdraws a request for a delegation that wrote to the secretariat. It stays open for the next one. */
export function RequestEntry({ meetingId, record, deadline, onEntered, onClose }: RequestEntryProps): React.ReactElement {
  const { group, site, translator } = useSecretariat();
  const { languageSite, said } = useLanguages();
  const [delegation, setDelegation] = React.useState<string>();
  const [language, setLanguage] = React.useState<Language>();
  const [isChecked, setIsChecked] = React.useState(false);
  const [isWorking, setIsWorking] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  const [message, setMessage] = React.useState<string>();
  const known = delegation === undefined || language === undefined ? undefined : requestOf(record.requests, language, delegation);
  const word = known?.status === 'active' ? 'withdraw' : 'ask';

  const enter = async (subject: { readonly language: Language; readonly delegation: string }): Promise<void> => {
    setIsWorking(true);
    setError(undefined);
    setMessage(undefined);
    try {
      const { email } = await site.currentUser();
      await languageSite.languageRequests[word]({ meetingId, ...subject }, email);
      await onEntered();
      const isLate = word === 'ask' && !isOpen(deadline, site.clock.now());
      const values = { delegation: isolate(subject.delegation), language: languageName(subject.language, translator.language) };
      setMessage(said.t(word === 'withdraw' ? 'entry.withdrawn' : isLate ? 'entry.doneLate' : 'entry.done', values));
      setLanguage(undefined);
      setIsChecked(false);
    } catch (problem) {
      setError(problem);
    } finally {
      setIsWorking(false);
    }
  };
  const submit = (): void => {
    setIsChecked(true);
    if (delegation === undefined || language === undefined) {
      document.getElementById(`${ID}-${delegation === undefined ? 'delegation' : 'language'}`)?.focus();
    } else {
      void enter({ delegation, language });
    }
  };
  return (
    <ConfirmForm
      id={ID}
      title={said.t('entry.open')}
      level={4}
      confirmText={said.t(word === 'withdraw' ? 'entry.withdraw' : 'entry.confirm')}
      isWorking={isWorking}
      error={error}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{said.t('entry.hint')}</p>
      <div className={styles.row}>
        <SelectField
          id={`${ID}-delegation`}
          label={said.t('entry.delegation')}
          placeholder={translator.t('form.choose')}
          options={record.delegations.map(({ name }) => ({ value: name, text: name }))}
          value={delegation}
          error={isChecked && delegation === undefined ? said.t('entry.delegation.missing') : undefined}
          onChange={setDelegation}
        />
        <SelectField
          id={`${ID}-language`}
          label={said.t('entry.language')}
          placeholder={translator.t('form.choose')}
          options={group.languages.filter((each) => each !== 'en').map((each) => ({ value: each, text: languageName(each, translator.language) }))}
          value={language}
          error={isChecked && language === undefined ? said.t('entry.language.missing') : undefined}
          onChange={setLanguage}
        />
      </div>
      {known?.status === 'active' && <p>{said.t('entry.known')}</p>}
      <div role="status" style={message === undefined ? { position: 'absolute' } : undefined}>
        {message !== undefined && <Notice tone="good" title={message} />}
      </div>
    </ConfirmForm>
  );
}
