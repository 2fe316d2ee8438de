import type { Activity } from 'botbuilder';
import { languageOfCulture } from '../messages/locale';
import type { Language } from '../rules/language';

/** The official language that Teams says the person uses: on the activity, else among its client information. */
export function knownLanguageOf(activity: Activity): Language | undefined {
  const info = activity.entities?.find(({ type }) => type === 'clientInfo') as { locale?: unknown } | undefined;
  const locale = activity.locale ?? (typeof info?.locale === 'string' ? info.locale : undefined);
  return locale === undefined ? undefined : languageOfCulture(locale);
}

/** The same, and English when Teams says none. */
export function languageOfTeams(activity: Activity): Language {
  return knownLanguageOf(activity) ?? 'en';
}
