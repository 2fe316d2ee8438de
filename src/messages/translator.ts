import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../rules/language';
import { directionOf, localeOf } from './locale';

/** What fills a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The messages of one language, by their keys, in ICU MessageFormat. */
export type Messages<Key extends string> = Readonly<Record<Key, string>>;

/** Says things in one language. */
export interface Translator<Key extends string> {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  /**
   * A message with its placeholders filled, as plain text: nothing in it is ever markup.
   * @throws Error when a placeholder of the message has no value
   */
  t(key: Key, values?: MessageValues): string;
}

/** A translator for a language over its messages. Each message is parsed once. */
export function createTranslator<Key extends string>(language: Language, messages: Messages<Key>): Translator<Key> {
  const parsed = new Map<Key, IntlMessageFormat>();
  return {
    language,
    direction: directionOf(language),
    t(key, values) {
      let format = parsed.get(key);
      if (format === undefined) {
        format = new IntlMessageFormat(messages[key], localeOf(language), undefined, { ignoreTag: true });
        parsed.set(key, format);
      }
      return String(format.format(values));
    }
  };
}
