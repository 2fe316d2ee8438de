import { localeOf } from './locale';
import type { Language } from '../rules/language';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A number of bytes in words, e.g. `3.4 MB`. */
export function wordSize(bytes: number, language: Language): string {
  const power = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const amount = bytes / 1024 ** power;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0
  }).format(amount);
}
