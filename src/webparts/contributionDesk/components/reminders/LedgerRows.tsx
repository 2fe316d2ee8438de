import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isInterrupted } from '../../../../rules/interruptedPost';
import type { LedgerRow } from '../../../../site/reminderLedger';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { languageStyles as styles } from '../languages/languages.styles';
import { punctualityOf } from './ledgerGroups';
import type { LedgerGroup } from './ledgerGroups';
import { PlaceName } from './PlaceName';
import { useReminders } from './remindersContext';
import { useTask } from './useTask';

const PAGE = 25;

/** How far the rows were read: up to an id in one of the group's windows. */
interface Position {
  readonly rows: readonly LedgerRow[];
  readonly window: number;
  readonly after: number;
  readonly isEnd: boolean;
}

/** The places behind the counts of a reminder, read page by page. */
export function LedgerRows({ group }: { readonly group: LedgerGroup }): React.ReactElement {
  const { translator, said, reminderSite } = useReminders();
  const [read, setRead] = React.useState<Position>({ rows: [], window: 0, after: 0, isEnd: false });
  const { id, windows } = group;
  const more = useTask(async () => {
    let { rows, window, after } = read;
    const wanted = rows.length + PAGE;
    while (rows.length < wanted && window < windows.length) {
      const limit = wanted - rows.length;
      const page = await reminderSite.ledger.page(windows[window], id, after, limit);
      rows = [...rows, ...page];
      after = page.at(-1)?.id ?? after;
      window += page.length < limit ? 1 : 0;
    }
    setRead({ rows, window, after, isEnd: window >= windows.length });
  });
  const started = React.useRef(false);
  React.useEffect(() => {
    if (!started.current) {
      started.current = true;
      more.run();
    }
  }, [more]);
  return (
    <div className={styles.section}>
      {read.rows.length > 0 && (
        <ul className={styles.plainList}>
          {read.rows.map((row) => (
            <li key={row.id} data-place={row.key}>
              <PlaceName row={row} /> <span className={styles.quiet}>· <RowState row={row} /></span>
            </li>
          ))}
        </ul>
      )}
      {more.isWorking && read.rows.length === 0 && <Skeleton lines={3} />}
      {more.error !== undefined && <SiteProblem error={more.error} translator={translator} onRetry={more.run} />}
      {!read.isEnd && read.rows.length > 0 && (
        <div>
          <DefaultButton text={said.t('reminders.rows.more')} disabled={more.isWorking} allowDisabledFocus onClick={() => more.run()} />
        </div>
      )}
    </div>
  );
}

function RowState({ row }: { readonly row: LedgerRow }): React.ReactElement {
  const { group, translator, said, record } = useReminders();
  const { status, postedAt, skipReason, attempts, modifiedAt } = row;
  const punctuality = punctualityOf(row);
  switch (status) {
    case 'posted':
      return (
        <>
          {said.t('reminders.row.posted', { time: wordInstant(postedAt ?? modifiedAt, group, translator) })}
          {punctuality !== 'onTime' && <strong> ({said.t(`reminders.row.${punctuality}`)})</strong>}
        </>
      );
    case 'skipped':
      return <>{skipReason === undefined ? said.t('reminders.state.skippedPlain', { count: 1 }) : said.t('reminders.row.skipped', { reason: said.t(`reminders.reason.${skipReason}`) })}</>;
    case 'failed':
      return <strong>{said.t('reminders.row.failed', { count: attempts })}</strong>;
    default:
      return status === 'sending' && isInterrupted(modifiedAt, record.readAt) ? (
        <strong>{said.t('reminders.row.interrupted', { time: wordInstant(modifiedAt, group, translator) })}</strong>
      ) : (
        <>{said.t('reminders.row.underWay')}</>
      );
  }
}
