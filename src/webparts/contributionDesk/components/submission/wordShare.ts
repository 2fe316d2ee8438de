import { localeOf } from '../../../../messages/locale';
import type { Language } from '../../../../rules/language';

/** A share from 0 to 1 as a percentage, e.g. `43%`. */
export function wordShare(share: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
