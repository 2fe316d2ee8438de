import * as React from 'react';
import type { Count } from '../../../../rules/meetingOverview';
import { overviewStyles as styles } from './overview.styles';

/** Counts that together are all of something. */
export interface CountBarsProps<Key extends string> {
  /** Tells several of them on a page apart. */
  readonly id: string;
  readonly heading: string;
  readonly counts: readonly Count<Key>[];
  readonly labelOf: (key: Key) => string;
  readonly onOpen: (key: Key) => void;
}

/** Counts with bars that compare them; each opens the list of what was counted. There is nothing to open behind a zero. */
export function CountBars<Key extends string>({ id, heading, counts, labelOf, onOpen }: CountBarsProps<Key>): React.ReactElement {
  const headingId = `desk-overview-${id}`;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {heading}
      </h3>
      <ul className={styles.bars}>
        {counts
          .filter(({ key, count }) => key !== 'none' || count > 0)
          .map(({ key, count }) => {
            const content = (
              <>
                <span data-label>{labelOf(key)}</span>
                <span className={styles.track} aria-hidden="true">
                  {count > 0 && <span className={styles.fill} style={{ width: `${(count / most) * 100}%` }} />}
                </span>
                <span className={styles.count}>{count}</span>
              </>
            );
            return (
              <li key={key} data-count={key}>
                {count === 0 ? (
                  <div className={styles.bar}>{content}</div>
                ) : (
                  <button type="button" className={styles.bar} onClick={() => onOpen(key)}>
                    {content}
                  </button>
                )}
              </li>
            );
          })}
      </ul>
    </section>
  );
}
