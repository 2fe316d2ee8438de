import { Pivot, PivotItem } from '@fluentui/react/lib/Pivot';
import * as React from 'react';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useSecretariat } from './secretariatContext';

const PARTS = ['overview', 'documents', 'languages', 'translations', 'regions', 'reminders'] as const;
/** What the secretariat looks at of a meeting. */
export type MeetingPart = (typeof PARTS)[number];

/** The id of the tab of a part, for the focus. */
export function partTabId(part: MeetingPart): string {
  return `desk-part-tab-${part}`;
}

/** The parts of a meeting and the one that is shown. */
export interface MeetingPartsProps {
  readonly part: MeetingPart;
  readonly onPart: (part: MeetingPart) => void;
  /** How each part is drawn; one is not drawn before it was shown first, and stays from then on. */
  readonly draw: Readonly<Record<MeetingPart, () => React.ReactNode>>;
}

/** A switch between the parts of a meeting; what was typed in one is there after a look at another. */
export function MeetingParts({ part, onPart, draw }: MeetingPartsProps): React.ReactElement {
  const { words } = useSecretariat();
  const [seen, setSeen] = React.useState<readonly MeetingPart[]>([part]);
  React.useEffect(() => setSeen((known) => (known.includes(part) ? known : [...known, part])), [part]);
  return (
    <div>
      <Pivot
        styles={{ root: { marginInlineStart: -8, marginBottom: 16, display: 'flex', flexWrap: 'wrap' } }}
        headersOnly
        selectedKey={part}
        getTabId={(key) => partTabId(key as MeetingPart)}
        onLinkClick={(item) => onPart(item?.props.itemKey as MeetingPart)}
      >
        {PARTS.map((each) => (
          <PivotItem key={each} itemKey={each} headerText={words.t(`part.${each}`)} />
        ))}
      </Pivot>
      {PARTS.filter((each) => each === part || seen.includes(each)).map((each) => (
        <div key={each} role="tabpanel" aria-labelledby={partTabId(each)} hidden={each !== part}>
          {draw[each]()}
        </div>
      ))}
    </div>
  );
}

/** A part whose program is fetched when it is shown. */
export function FetchedPart<Program>({ load, children }: { readonly load: () => Promise<Program>; readonly children: (program: Program) => React.ReactNode }): React.ReactElement {
  const { translator } = useSecretariat();
  const program = useLoaded(load);
  switch (program.status) {
    case 'loading':
      return <Skeleton lines={6} />;
    case 'failed':
      return <SiteProblem error={program.error} translator={translator} onRetry={program.retry} />;
    case 'ready':
      return <>{children(program.value)}</>;
  }
}
