import type { IMicrosoftTeams } from '@microsoft/sp-webpart-base';

import type { ThemeName } from './workbenchState';

const teamsThemes: Record<ThemeName, string> = { light: 'default', dark: 'dark', contrast: 'contrast' };

/** What Teams tells an app, as far as the workbench plays Teams. */
export interface TeamsHost {
  /** The value of `context.sdks.microsoftTeams`. */
  readonly sdk: IMicrosoftTeams;
  /** Tells the handlers that an app registered of a new theme. */
  changeTheme(theme: ThemeName): void;
}

/**
 * The Teams SDK as a web part in a Teams tab gets it from SharePoint. The real SDK speaks to the
 * Teams client around its frame; here there is none, so only what needs no client is answered.
 */
export function teamsHost(user: string, locale: string, initialTheme: ThemeName): TeamsHost {
  const handlers: ((theme: string) => void)[] = [];
  const context = {
    app: { locale, theme: teamsThemes[initialTheme], sessionId: 'local', host: { name: 'Teams', clientType: 'web', sessionId: 'local' } },
    page: { id: 'contribution-desk', frameContext: 'content', isFullScreen: false },
    user: { id: user, userPrincipalName: user },
    channel: { id: '19:local@thread.tacv2', displayName: 'General' }
  };
  const teamsJs = {
    app: {
      initialize: async (): Promise<void> => undefined,
      isInitialized: (): boolean => true,
      getContext: async () => context,
      registerOnThemeChangeHandler: (handler: (theme: string) => void): void => {
        handlers.push(handler);
      },
      openLink: async (url: string): Promise<void> => {
        window.open(url, '_blank', 'noopener');
      },
      notifyAppLoaded: (): void => undefined,
      notifySuccess: (): void => undefined
    }
  };
  const legacyContext = { locale, theme: context.app.theme, entityId: context.page.id, userPrincipalName: user, upn: user, frameContext: 'content' };
  return {
    sdk: { teamsJs, context: legacyContext } as unknown as IMicrosoftTeams,
    changeTheme: (theme) => {
      context.app.theme = teamsThemes[theme];
      handlers.forEach((handler) => handler(teamsThemes[theme]));
    }
  };
}
