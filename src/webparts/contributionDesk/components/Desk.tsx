import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { CurrentUser } from '../../../site/currentUser';
import type { DeskTarget } from '../../../site/deskTarget';
import { useLoaded } from '../hooks/useLoaded';
import { useNextMeeting } from '../hooks/useNextMeeting';
import { Notice } from './common/Notice';
import { SiteProblem } from './common/SiteProblem';
import { Skeleton } from './common/Skeleton';
import { DeadlineList } from './deadlines/DeadlineList';
import { Today } from './deadlines/Today';
import { useDesk } from './deskContext';
import type { LinkedPlaceProps } from './linked/LinkedPlace';
import { NextMeeting } from './NextMeeting';
import { RegionsFold } from './RegionsFold';
import type { RequestedPart } from './submission/newDetails';
import { SubmitSection } from './submission/SubmitSection';

const loadInterpretation = () => import(/* webpackChunkName: 'interpretation' */ './languages/InterpretationSection');
const loadLinkedPlace = () => import(/* webpackChunkName: 'linked' */ './linked/LinkedPlace');
const loadMyContributions = () => import(/* webpackChunkName: 'my-contributions' */ './myContributions/MyContributions');

const styles = mergeStyleSets({
  desk: { display: 'grid', gap: 24 },
  /** Two columns where both have room, whatever the width of the page around them. */
  columns: { display: 'flex', flexWrap: 'wrap', gap: '32px 40px', alignItems: 'flex-start' },
  main: { flex: '3 1 440px', minWidth: 0, display: 'grid', gap: 28 },
  side: { flex: '2 1 300px', minWidth: 0, display: 'grid', gap: 28 }
});

/** Whose desk it is. */
export interface DeskProps {
  /** Undefined while the site has not said who it is: then nothing is kept from them that the site itself would allow. */
  readonly user: CurrentUser | undefined;
  /** The place that a link leads to. */
  readonly target: DeskTarget | undefined;
}

/** The desk of a delegate: the next meeting, what counts now, the way to submit, the deadlines, one's own contributions. */
export function Desk({ user, target }: DeskProps): React.ReactElement {
  const { site, group, meetings, translator, onTargetLeft } = useDesk();
  const next = useNextMeeting(meetings, group, site.clock);
  const linkedMeetings = React.useMemo(() => meetings.filter(({ id }) => target?.kind === 'meeting' && id === target.id), [meetings, target]);
  const linked = useNextMeeting(linkedMeetings, group, site.clock);
  const { meeting, isUnderWay } = linked.meeting === undefined ? next : linked;
  const interpretation = useLoaded(loadInterpretation);
  const myContributions = useLoaded(loadMyContributions);
  const [receivedCount, setReceivedCount] = React.useState(0);
  /** The link that leads to a contribution of the person's own. */
  const [ownTarget, setOwnTarget] = React.useState<DeskTarget>();
  const [part, setPart] = React.useState<RequestedPart>();
  const maySubmit = user === undefined || user.roles.some((role) => role === 'delegate' || role === 'secretariat');
  const own = user !== undefined && maySubmit && myContributions.status === 'ready' && (
    <myContributions.value.MyContributions
      userId={user.id}
      version={receivedCount}
      target={ownTarget === target ? target : undefined}
      onSubmitPart={meeting === undefined ? undefined : setPart}
    />
  );
  const place = target !== undefined && linked.meeting === undefined && (
    <FetchedPlace target={target} ownerId={maySubmit ? user?.id : undefined} onOwn={() => setOwnTarget(target)} onClose={onTargetLeft} />
  );

  if (meeting === undefined) {
    return (
      <div className={styles.desk}>
        {place}
        <Notice tone="plain" title={translator.t('meeting.none')}>
          <p>{translator.t('meeting.none.next')}</p>
        </Notice>
        {own}
      </div>
    );
  }
  return (
    <div className={styles.desk}>
      {place}
      <NextMeeting meeting={meeting} isUnderWay={isUnderWay} onNext={meeting === next.meeting ? undefined : onTargetLeft} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Today meeting={meeting} />
          <SubmitSection
            meeting={meeting}
            isReader={!maySubmit}
            onReceived={() => setReceivedCount((count) => count + 1)}
            part={part}
            onPartDone={() => setPart(undefined)}
          />
          {interpretation.status === 'failed' && <SiteProblem error={interpretation.error} translator={translator} onRetry={interpretation.retry} />}
          {interpretation.status === 'ready' && <interpretation.value.InterpretationSection key={meeting.id} meeting={meeting} user={user} />}
        </div>
        <div className={styles.side}>
          <DeadlineList meeting={meeting} />
          {own}
        </div>
      </div>
      <RegionsFold meeting={meeting} />
    </div>
  );
}

function FetchedPlace(props: LinkedPlaceProps): React.ReactElement {
  const { translator } = useDesk();
  const program = useLoaded(loadLinkedPlace);
  switch (program.status) {
    case 'loading':
      return <Skeleton lines={3} />;
    case 'failed':
      return <SiteProblem error={program.error} translator={translator} onRetry={program.retry} />;
    case 'ready':
      return <program.value.LinkedPlace {...props} />;
  }
}
