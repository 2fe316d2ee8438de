import * as React from 'react';
import { Temporal } from 'temporal-polyfill';
import { nextMeeting } from '../../../rules/meeting';
import type { Meeting } from '../../../rules/meeting';
import type { WorkingGroup } from '../../../rules/workingGroup';
import type { SiteClock } from '../../../site/clock';

/** The meeting that the desk is about. */
export interface MeetingInView {
  readonly meeting?: Meeting;
  /** Its first day has come. */
  readonly isUnderWay: boolean;
}

/** The next meeting by the site's time. Looked up every second, so that it also changes on a page left open. */
export function useNextMeeting(meetings: readonly Meeting[], group: WorkingGroup, clock: SiteClock): MeetingInView {
  const look = React.useCallback((): MeetingInView => {
    const now = clock.now();
    const meeting = nextMeeting(meetings, now, group.zone);
    const today = now.toZonedDateTimeISO(group.zone).toPlainDate();
    return { meeting, isUnderWay: meeting !== undefined && Temporal.PlainDate.compare(meeting.start, today) <= 0 };
  }, [meetings, group, clock]);

  const [inView, setInView] = React.useState(look);
  React.useEffect(() => {
    const update = (): void =>
      setInView((shown) => {
        const found = look();
        return found.meeting === shown.meeting && found.isUnderWay === shown.isUnderWay ? shown : found;
      });
    update();
    const timer = window.setInterval(update, 1000);
    return () => window.clearInterval(timer);
  }, [look]);
  return inView;
}
