import type { app as laterApp } from '@microsoft/teams-js';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { IMicrosoftTeams } from '@microsoft/sp-webpart-base';
import { isLanguage } from '../../../rules/language';
import { pageAddress, subPageOf, targetOfQuery, targetOfSubPage } from '../../../site/deskTarget';
import type { DeskTarget } from '../../../site/deskTarget';
import type { DeskHost, NamedPlace } from '../host/deskHost';
import { frameAddress } from './frameAddress';
import { teamsTheme } from './teamsThemes';

/** Teams around the desk. */
export interface TeamsHost extends DeskHost {
  /** Calls back at once with the theme that Teams has, and again whenever it changes. */
  followTheme(onTheme: (theme: IReadonlyTheme) => void): void;
}

/**
 * Asks Teams for what the desk needs of it.
 * @param teamsJs the Teams SDK as SharePoint gives it to web parts in Teams, loaded and initialised
 * @param siteUrl the site, whose start page is the desk for whoever has no tab
 */
export async function openTeamsHost(teamsJs: IMicrosoftTeams['teamsJs'], siteUrl: string): Promise<TeamsHost> {
  const { app, pages } = teamsJs;
  const context = await app.getContext();
  app.notifyAppLoaded();
  // An older client does not answer, and there is nothing to do about a refusal.
  app.notifySuccess().catch(() => undefined);

  const addressOf = (target: DeskTarget): string => pageAddress(siteUrl, target);
  const mayNameFrame = context.page.frameContext === teamsJs.FrameContexts.content;
  const shown: NamedPlace[] = [];
  /** Teams then reloads and links to the place that was shown last. */
  const nameFrame = (): void => {
    const place = shown[shown.length - 1];
    if (place !== undefined && mayNameFrame && pages.isSupported()) {
      pages.setCurrentFrame({ contentUrl: frameAddress(window.location.href, place.target), websiteUrl: addressOf(place.target) });
    }
  };
  return {
    kind: 'teams',
    culture: isLanguage(context.app.locale.toLowerCase().split('-')[0]) ? context.app.locale : undefined,
    target: targetOfSubPage(context.page.subPageId) ?? targetOfQuery(window.location.search),
    followTarget: (onTarget) => {
      let known = context.page.subPageId;
      const look = async (): Promise<void> => {
        const { subPageId } = (await app.getContext()).page;
        const target = subPageId === known ? undefined : targetOfSubPage(subPageId);
        known = subPageId;
        if (target !== undefined) {
          onTarget(target);
        }
      };
      const lookNow = (): void => void look().catch(() => undefined);
      // The SDK that SharePoint has may be too old for this; whoever follows a link then comes back to the tab anyway.
      (app as Partial<Pick<typeof laterApp, 'registerOnContextChangeHandler'>>).registerOnContextChangeHandler?.(lookNow);
      window.addEventListener('focus', lookNow);
      document.addEventListener('visibilitychange', lookNow);
      return () => {
        window.removeEventListener('focus', lookNow);
        document.removeEventListener('visibilitychange', lookNow);
      };
    },
    addressOf,
    share: async ({ target, name }) => {
      if (pages.isSupported()) {
        pages.shareDeepLink({ subPageId: subPageOf(target), subPageLabel: name, subPageWebUrl: addressOf(target) });
        return 'shown';
      }
      await navigator.clipboard.writeText(addressOf(target));
      return 'copied';
    },
    show: (place) => {
      shown.push(place);
      nameFrame();
      return () => {
        shown.splice(shown.indexOf(place), 1);
        nameFrame();
      };
    },
    openLink: (address) => {
      app.openLink(address).catch(() => window.open(address, '_blank', 'noopener'));
    },
    followTheme: (onTheme) => {
      onTheme(teamsTheme(context.app.theme));
      app.registerOnThemeChangeHandler((name) => onTheme(teamsTheme(name)));
    }
  };
}
