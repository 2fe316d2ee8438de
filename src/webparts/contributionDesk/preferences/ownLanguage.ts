import { isLanguage } from '../../../rules/language';
import type { Language } from '../../../rules/language';

const KEY = 'contribution-desk.language';

/**
 * The language that the person chose on this machine; undefined when they chose none. A browser that keeps nothing, as
 * in private windows, forgets it.
 */
export function ownLanguage(): Language | undefined {
  try {
    const kept = window.localStorage.getItem(KEY);
    return isLanguage(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the language that the person chose; undefined forgets it, and the desk speaks the page's again. */
export function keepOwnLanguage(language: Language | undefined): void {
  try {
    if (language === undefined) {
      window.localStorage.removeItem(KEY);
    } else {
      window.localStorage.setItem(KEY, language);
    }
  } catch {
    // It then holds until the page is closed.
  }
}
