import * as React from 'react';
import { DefaultButton } from '../common/Button';
import { useDesk } from '../deskContext';
import { overviewStyles as styles } from './overview.styles';
import { useOverview } from './overviewContext';

/** The address of the calendar that programs follow, to be copied into one. Where nothing may be put on the clipboard, it can be selected. */
export function CalendarFeed({ address }: { readonly address: string }): React.ReactElement {
  const { translator } = useDesk();
  const { told } = useOverview();
  const [outcome, setOutcome] = React.useState<'copied' | 'failed'>();
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(
      () => setOutcome('copied'),
      () => setOutcome('failed')
    );
  };
  return (
    <>
      <p className={styles.quiet}>{told.t('give.calendar.follow')}</p>
      <bdi className={styles.address} data-calendar>
        {address}
      </bdi>
      <div className={styles.buttons}>
        <DefaultButton text={told.t('give.calendar.copy')} onClick={copy} />
      </div>
      <p role="status">
        {outcome === 'copied' && translator.t('tab.copied')}
        {outcome === 'failed' && told.t('give.calendar.select')}
      </p>
    </>
  );
}
