import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { ThemeProvider } from '@fluentui/react/lib/Theme';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import * as React from 'react';
import { loadMessages } from '../../../messages/loadMessages';
import { directionOf } from '../../../messages/locale';
import type { Meeting } from '../../../rules/meeting';
import type { SiteConnection } from '../../../site/connection';
import { openDelegateSite } from '../../../site/delegateSite';
import type { DeskHost } from '../host/deskHost';
import { useLanguageChoice } from '../hooks/useLanguageChoice';
import { useLoaded } from '../hooks/useLoaded';
import { useTexts } from '../hooks/useTexts';
import { fluentTheme, themeVariables } from '../theme/themeVariables';
import { DeskContext } from './deskContext';
import type { DeskContextValue } from './deskContext';
import { DeskViews } from './DeskViews';
import { LanguageSelect } from './LanguageSelect';
import { SiteProblem } from './common/SiteProblem';
import { Skeleton } from './common/Skeleton';
import { VisuallyHidden } from './common/VisuallyHidden';

const styles = mergeStyleSets({
  /** In Teams nothing else is in the frame, so its ground is the desk's to paint. */
  wholeFrame: { minHeight: '100vh', background: 'var(--desk-surface)' },
  root: {
    padding: '20px clamp(12px, 3%, 24px) 32px',
    boxSizing: 'border-box',
    maxWidth: 1200,
    marginInline: 'auto',
    fontFamily: 'var(--desk-font)',
    color: 'var(--desk-text)',
    textAlign: 'start',
    selectors: {
      '& *': { boxSizing: 'border-box' },
      'a:focus-visible, summary:focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 },
      '@media (prefers-reduced-motion: reduce)': { selectors: { '& *': { animation: 'none !important', transition: 'none !important' } } }
    }
  }
});

/** What the host gives the desk. */
export interface DeskRootProps {
  /** Must stay the same from render to render. */
  readonly connection: SiteConnection;
  /** Must stay the same from render to render. */
  readonly host: DeskHost;
  /** The page's culture, such as `fr-FR`. */
  readonly culture: string;
  readonly theme: IReadonlyTheme | undefined;
  /** Said in the page's own words when not even the desk's texts can be fetched. */
  readonly textsMissing: { readonly message: string; readonly retry: string };
}

/** The desk in its language, direction and theme; first it fetches what it needs. */
export function DeskRoot({ connection, host, culture, theme, textsMissing }: DeskRootProps): React.ReactElement {
  const site = React.useMemo(() => openDelegateSite(connection), [connection]);
  const choice = useLanguageChoice(culture);
  const texts = useTexts(choice.language, loadMessages);
  const translator = texts.value;
  // What is shown is in the language before until the texts of the new one are there.
  const language = translator?.language ?? choice.language;
  const direction = directionOf(language);
  const loadSite = React.useCallback(async () => {
    const [group, meetings] = await Promise.all([site.configuration.read(), site.meetings.all()]);
    return { group, meetings };
  }, [site]);
  const loadUser = React.useCallback(() => site.currentUser(), [site]);
  const content = useLoaded(loadSite);
  const user = useLoaded(loadUser);
  const [newerMeetings, setNewerMeetings] = React.useState<readonly Meeting[]>();
  const onMeetingsRead = React.useCallback(
    // What nobody changed stays the same value, so that nothing is rendered anew.
    (read: readonly Meeting[]) => setNewerMeetings((known) => (JSON.stringify(read) === JSON.stringify(known) ? known : read)),
    []
  );
  const [target, setTarget] = React.useState(host.target);
  React.useEffect(() => host.followTarget(setTarget), [host]);
  const onTargetLeft = React.useCallback(() => setTarget(undefined), []);
  const fullTheme = React.useMemo(() => fluentTheme(theme, direction), [theme, direction]);
  const desk = React.useMemo((): DeskContextValue | undefined => {
    if (translator === undefined || content.status !== 'ready') {
      return undefined;
    }
    const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { group, meetings } = content.value;
    return {
      connection,
      site,
      host,
      translator,
      ownZone,
      group,
      meetings: newerMeetings ?? meetings,
      onMeetingsRead,
      target,
      onTargetLeft
    };
  }, [connection, site, host, translator, content, newerMeetings, onMeetingsRead, target, onTargetLeft]);

  // Who it is decides which view comes first. Once a view is shown it stays, whatever becomes of a later answer.
  const [isUserAsked, setIsUserAsked] = React.useState(false);
  React.useEffect(() => setIsUserAsked((asked) => asked || user.status !== 'loading'), [user.status]);
  const isLoading = (desk === undefined || !isUserAsked) && texts.error === undefined && content.status !== 'failed';

  return (
    <ThemeProvider theme={fullTheme} applyTo="none">
      <div className={host.kind === 'teams' ? styles.wholeFrame : undefined} style={themeVariables(fullTheme)} onClick={(event) => openInHost(event, host)}>
        <section className={styles.root} lang={language} dir={direction} aria-busy={isLoading}>
          {texts.error !== undefined && (
            <p role="alert">
              {textsMissing.message} <button onClick={texts.retry}>{textsMissing.retry}</button>
            </p>
          )}
          {translator !== undefined && <LanguageSelect label={translator.t('desk.language')} language={choice.language} onChoose={choice.choose} />}
          {translator !== undefined && content.status === 'failed' && <SiteProblem error={content.error} translator={translator} onRetry={content.retry} />}
          {isLoading && (
            <>
              {translator !== undefined && <VisuallyHidden role="status">{translator.t('desk.loading')}</VisuallyHidden>}
              <Skeleton lines={12} />
            </>
          )}
          {desk !== undefined && isUserAsked && (
            <DeskContext.Provider value={desk}>
              <DeskViews user={user.status === 'ready' ? user.value : undefined} />
            </DeskContext.Provider>
          )}
        </section>
      </div>
    </ThemeProvider>
  );
}

/** Lets a host that has a way of its own open what would open beside the desk. */
function openInHost(event: React.MouseEvent, { openLink }: DeskHost): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[target=_blank]');
  if (openLink !== undefined && link !== null) {
    event.preventDefault();
    openLink(link.href);
  }
}
