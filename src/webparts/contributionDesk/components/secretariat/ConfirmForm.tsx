import * as React from 'react';
import { DefaultButton, PrimaryButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { formStyles as styles } from './forms.styles';
import { useSecretariat } from './secretariatContext';

/** What is asked, and what became of it. */
export interface ConfirmFormProps extends Pick<React.FormHTMLAttributes<HTMLFormElement>, 'children'> {
  /** Begins the ids of the form and its fields. */
  readonly id: string;
  readonly title: string;
  /** The level below that of the part in which the form stands. */
  readonly level: 4 | 5;
  readonly confirmText: string;
  readonly isWorking: boolean;
  /** Whether it can be confirmed at all, whatever is filled in. */
  readonly isPossible?: boolean;
  /** Why it did not succeed. */
  readonly error?: unknown;
  /** That what it is about was changed by others meanwhile. */
  readonly stale?: React.ReactNode;
  /** Told apart by tests and by people who look at the page's source. */
  readonly action?: string;
  /** Called when the person confirms and nothing is under way, also when fields are missing. */
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/**
 * The frame of the forms in which the secretariat decides: a title that gets the focus, what went wrong, the fields, and the
 * two buttons. What was typed stays, whatever the site answers.
 */
export function ConfirmForm(props: ConfirmFormProps): React.ReactElement {
  const { id, title, level, confirmText, isWorking, isPossible = true, error, stale, action, onConfirm, onClose, children } = props;
  const { group, translator, words } = useSecretariat();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);
  const Heading = level === 4 ? 'h4' : 'h5';
  return (
    <form
      className={styles.form}
      noValidate
      aria-labelledby={`${id}-heading`}
      data-action={action}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking) {
          onConfirm();
        }
      }}
    >
      <Heading ref={heading} id={`${id}-heading`} tabIndex={-1} className={styles.heading}>
        {title}
      </Heading>
      {stale}
      {error !== undefined && (
        <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress}>
          <p>{words.t('kept')}</p>
        </SiteProblem>
      )}
      {children}
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={isWorking ? words.t('action.working') : confirmText} allowDisabledFocus disabled={isWorking || !isPossible} />
        <DefaultButton text={words.t('details.close')} onClick={onClose} />
      </div>
    </form>
  );
}
