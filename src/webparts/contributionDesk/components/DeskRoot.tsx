import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { ThemeProvider } from '@fluentui/react/lib/Theme';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import * as React from 'react';
import { loadMessages } from '../../../messages/loadMessages';
import { directionOf, languageOfCulture } from '../../../messages/locale';
import { createTranslator } from '../../../messages/translator';
import type { DelegateSite } from '../../../site/delegateSite';
import { useLoaded } from '../hooks/useLoaded';
import { fluentTheme, themeVariables } from '../theme/themeVariables';
import { Desk } from './Desk';
import { DeskContext } from './deskContext';
import type { DeskContextValue } from './deskContext';
import { SiteProblem } from './common/SiteProblem';
import { Skeleton } from './common/Skeleton';
import { VisuallyHidden } from './common/VisuallyHidden';

const styles = mergeStyleSets({
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
  readonly site: DelegateSite;
  /** The page's culture, such as `fr-FR`. */
  readonly culture: string;
  readonly theme: IReadonlyTheme | undefined;
  /** Said in the page's own words when not even the desk's texts can be fetched. */
  readonly textsMissing: { readonly message: string; readonly retry: string };
}

/** The desk in its language, direction and theme; first it fetches what it needs. */
export function DeskRoot({ site, culture, theme, textsMissing }: DeskRootProps): React.ReactElement {
  const language = languageOfCulture(culture);
  const direction = directionOf(language);
  const loadTranslator = React.useCallback(async () => createTranslator(language, await loadMessages(language)), [language]);
  const loadSite = React.useCallback(async () => {
    const [group, meetings] = await Promise.all([site.configuration.read(), site.meetings.all()]);
    return { group, meetings };
  }, [site]);
  const texts = useLoaded(loadTranslator);
  const content = useLoaded(loadSite);
  const fullTheme = React.useMemo(() => fluentTheme(theme, direction), [theme, direction]);
  const desk = React.useMemo((): DeskContextValue | undefined => {
    if (texts.status !== 'ready' || content.status !== 'ready') {
      return undefined;
    }
    const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return { site, translator: texts.value, ownZone, ...content.value };
  }, [site, texts, content]);

  const isLoading = desk === undefined && texts.status !== 'failed' && content.status !== 'failed';

  return (
    <ThemeProvider theme={fullTheme} applyTo="none">
      <section className={styles.root} style={themeVariables(fullTheme)} lang={language} dir={direction} aria-busy={isLoading}>
        {texts.status === 'failed' && (
          <p role="alert">
            {textsMissing.message} <button onClick={texts.retry}>{textsMissing.retry}</button>
          </p>
        )}
        {texts.status === 'ready' && content.status === 'failed' && <SiteProblem error={content.error} translator={texts.value} onRetry={content.retry} />}
        {isLoading && (
          <>
            {texts.status === 'ready' && <VisuallyHidden role="status">{texts.value.t('desk.loading')}</VisuallyHidden>}
            <Skeleton lines={12} />
          </>
        )}
        {desk !== undefined && (
          <DeskContext.Provider value={desk}>
            <Desk />
          </DeskContext.Provider>
        )}
      </section>
    </ThemeProvider>
  );
}
