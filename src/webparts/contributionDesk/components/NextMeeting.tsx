import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordDateRange } from '../../../messages/dates';
import type { Meeting } from '../../../rules/meeting';
import { DefaultButton } from './common/Button';
import { ShareButton } from './common/ShareButton';
import { ShownPlace } from './common/ShownPlace';
import { useDesk } from './deskContext';

const styles = mergeStyleSets({
  kicker: { margin: 0, fontSize: 14, lineHeight: 20, fontWeight: 600, color: 'var(--desk-quiet)' },
  title: { margin: '2px 0 4px', fontSize: 24, lineHeight: 32, fontWeight: 600, overflowWrap: 'anywhere', textWrap: 'balance' },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center', margin: 0, fontSize: 14, lineHeight: 24 },
  link: { color: 'var(--desk-link)', selectors: { ':hover': { textDecoration: 'underline' } } }
});

/** The meeting that the desk is about. */
export interface NextMeetingProps {
  readonly meeting: Meeting;
  readonly isUnderWay: boolean;
  /** The way to the next meeting, where a link led to another one. */
  readonly onNext?: () => void;
}

/** Which meeting it is, when, and the way into it. */
export function NextMeeting({ meeting, isUnderWay, onNext }: NextMeetingProps): React.ReactElement {
  const { translator } = useDesk();
  const place = { target: { kind: 'meeting', id: meeting.id }, name: meeting.title } as const;
  return (
    <header>
      <p className={styles.kicker}>{translator.t(isUnderWay ? 'meeting.underWay' : onNext === undefined ? 'meeting.next' : 'tab.meeting')}</p>
      <h2 className={styles.title}>{meeting.title}</h2>
      <div className={styles.facts}>
        <span>{wordDateRange(meeting.start, meeting.end, translator.language)}</span>
        {isWebAddress(meeting.joinUrl) && (
          <a className={styles.link} href={meeting.joinUrl} target="_blank" rel="noreferrer noopener">
            {translator.t('meeting.join')}
          </a>
        )}
        <ShareButton {...place} />
        {onNext !== undefined && <DefaultButton text={translator.t('tab.meeting.toNext')} onClick={onNext} />}
      </div>
      <ShownPlace {...place} />
    </header>
  );
}

/** People type addresses into the list; only one that opens a page becomes a link. */
function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address);
}
