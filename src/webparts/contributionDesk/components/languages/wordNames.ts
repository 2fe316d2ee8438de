import { isolate } from '../../../../messages/isolate';
import { localeOf } from '../../../../messages/locale';
import type { Language } from '../../../../rules/language';

/** Names from the site's lists as one list in the person's language. */
export function wordNames(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { style: 'long', type: 'conjunction' }).format(names.map(isolate));
}
