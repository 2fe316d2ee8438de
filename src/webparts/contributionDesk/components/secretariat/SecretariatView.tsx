import { Pivot, PivotItem } from '@fluentui/react/lib/Pivot';
import * as React from 'react';
import { loadSecretariat } from '../../../../messages/loadSecretariat';
import { DocumentActions } from '../../../../site/documentActions';
import { MeetingActions } from '../../../../site/meetingActions';
import { openSecretariatSite } from '../../../../site/secretariatSite';
import { useTexts } from '../../hooks/useTexts';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useDesk } from '../deskContext';
import type { DeskView } from '../deskView';
import { FetchedPart } from './MeetingParts';
import { SecretariatContext } from './secretariatContext';
import type { SecretariatContextValue } from './secretariatContext';
import { SecretariatDesk } from './SecretariatDesk';

const loadLibraryPart = () => import(/* webpackChunkName: 'library' */ '../library/LibraryPart');

/** Which of the views is shown. */
export interface SecretariatViewProps {
  readonly view: DeskView;
  readonly onView: (view: DeskView) => void;
}

/** The switch between the views, and the secretariat's own, which stay as they are while another is shown. The library is fetched when it is shown first. */
export function SecretariatView({ view, onView }: SecretariatViewProps): React.ReactElement {
  const { connection, group, translator } = useDesk();
  const texts = useTexts(translator.language, loadSecretariat);
  const words = texts.value;
  const [wasLibrary, setWasLibrary] = React.useState(false);
  React.useEffect(() => setWasLibrary((was) => was || view === 'library'), [view]);
  const site = React.useMemo(() => openSecretariatSite(connection), [connection]);
  const context = React.useMemo(
    (): SecretariatContextValue | undefined =>
      words && { site, words, documentActions: new DocumentActions(site, group), meetingActions: new MeetingActions(site) },
    [site, words, group]
  );
  if (context === undefined) {
    return texts.error === undefined ? <Skeleton lines={8} /> : <SiteProblem error={texts.error} translator={translator} onRetry={texts.retry} />;
  }
  return (
    <>
      <Pivot styles={{ root: { marginInlineStart: -8, display: 'flex', flexWrap: 'wrap' } }} headersOnly selectedKey={view} getTabId={(key) => `desk-tab-${key}`} onLinkClick={(item) => onView(item?.props.itemKey as DeskView)}>
        <PivotItem itemKey="secretariat" headerText={context.words.t('view.secretariat')} />
        <PivotItem itemKey="library" headerText={context.words.t('view.library')} />
        <PivotItem itemKey="delegate" headerText={context.words.t('view.delegate')} />
      </Pivot>
      <div role="tabpanel" aria-labelledby="desk-tab-secretariat" hidden={view !== 'secretariat'}>
        <SecretariatContext.Provider value={context}>
          <SecretariatDesk />
        </SecretariatContext.Provider>
      </div>
      <div role="tabpanel" aria-labelledby="desk-tab-library" hidden={view !== 'library'}>
        <SecretariatContext.Provider value={context}>{wasLibrary && <FetchedPart load={loadLibraryPart}>{({ LibraryPart }) => <LibraryPart />}</FetchedPart>}</SecretariatContext.Provider>
      </div>
    </>
  );
}
