import { cultures, type LanguageCode } from './cultures';
import { requestJson } from './siteAdministration';

interface WebProperties {
  readonly Id: string;
  readonly Title: string;
  readonly Url: string;
  readonly ServerRelativeUrl: string;
  readonly EffectiveBasePermissions: { readonly High: string; readonly Low: string };
}

interface UserProperties {
  readonly Title: string;
  readonly Email: string;
  readonly LoginName: string;
}

/** What SharePoint writes into a page about its site, its reader and its language. */
export interface PageContextData {
  readonly site: { readonly absoluteUrl: string; readonly serverRelativeUrl: string; readonly id: string; readonly correlationId: string };
  readonly web: {
    readonly absoluteUrl: string;
    readonly serverRelativeUrl: string;
    readonly id: string;
    readonly title: string;
    readonly language: number;
    readonly languageName: string;
    readonly permissions: { readonly High: number; readonly Low: number };
  };
  readonly user: { readonly displayName: string; readonly email: string; readonly loginName: string; readonly isAnonymousGuestUser: false; readonly isExternalGuestUser: false };
  readonly cultureInfo: { readonly currentCultureName: string; readonly currentUICultureName: string; readonly isRightToLeft: boolean };
  readonly featureInfo: Record<string, never>;
}

/** The page context of a page on the given site, in the given language, read from the site as its present user. */
export async function readPageContextData(sitePath: string, lang: LanguageCode): Promise<PageContextData> {
  const webFields = 'Id,Title,Url,ServerRelativeUrl,EffectiveBasePermissions';
  const [web, user] = await Promise.all([
    requestJson<WebProperties>('The site could not be read', `${sitePath}/_api/web?$select=${webFields}`),
    requestJson<UserProperties>('The acting user could not be read', `${sitePath}/_api/web/currentuser`)
  ]);
  const permissions = web.EffectiveBasePermissions;
  const { cultureName, localeId, rightToLeft } = cultures[lang];
  const address = { absoluteUrl: web.Url, serverRelativeUrl: web.ServerRelativeUrl, id: web.Id };
  return {
    site: { ...address, correlationId: crypto.randomUUID() },
    web: {
      ...address,
      title: web.Title,
      language: localeId,
      languageName: cultureName,
      permissions: { High: Number(permissions.High), Low: Number(permissions.Low) }
    },
    user: { displayName: user.Title, email: user.Email, loginName: user.LoginName, isAnonymousGuestUser: false, isExternalGuestUser: false },
    cultureInfo: { currentCultureName: cultureName, currentUICultureName: cultureName, isRightToLeft: rightToLeft },
    featureInfo: {}
  };
}

/** The older, flat form of the same facts, under the names that SharePoint's pages use. */
export function legacyPageContext({ site, web, user, cultureInfo }: PageContextData): Record<string, unknown> {
  return {
    siteAbsoluteUrl: site.absoluteUrl,
    siteServerRelativeUrl: site.serverRelativeUrl,
    webAbsoluteUrl: web.absoluteUrl,
    webServerRelativeUrl: web.serverRelativeUrl,
    webTitle: web.title,
    webId: web.id,
    webLanguage: web.language,
    userDisplayName: user.displayName,
    userEmail: user.email,
    userLoginName: user.loginName,
    currentCultureName: cultureInfo.currentCultureName,
    currentUICultureName: cultureInfo.currentUICultureName,
    isRightToLeft: cultureInfo.isRightToLeft
  };
}
