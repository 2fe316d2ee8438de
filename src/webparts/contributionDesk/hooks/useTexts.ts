import * as React from 'react';
import { createTranslator } from '../../../messages/translator';
import type { Messages, Translator } from '../../../messages/translator';
import type { Language } from '../../../rules/language';
import { useLoaded } from './useLoaded';

/** Texts that are fetched in the language of the desk. */
export interface Texts<Key extends string> {
  /** Undefined before the first time. */
  readonly value?: Translator<Key>;
  /** Why they could not be fetched in the language that was wanted last. */
  readonly error?: unknown;
  readonly retry: () => void;
}

/**
 * Fetches texts in a language. When another language is wanted, those in the one before stay until the new ones are
 * there, so that nothing disappears that somebody is typing into.
 * @param load must stay the same function from render to render
 */
export function useTexts<Key extends string>(language: Language, load: (language: Language) => Promise<Messages<Key>>): Texts<Key> {
  const loadTranslator = React.useCallback(async () => createTranslator(language, await load(language)), [language, load]);
  const loaded = useLoaded(loadTranslator);
  const latest = React.useRef<Translator<Key>>();
  if (loaded.status === 'ready') {
    latest.current = loaded.value;
  }
  return { value: latest.current, retry: loaded.retry, ...(loaded.status === 'failed' ? { error: loaded.error } : {}) };
}
