import type { Language } from '../../../../rules/language';
import type { LanguageVersion, Submission } from './submission';

/** What can be done with the language versions of one submission. */
export interface VersionActions {
  readonly add: (files: readonly File[]) => void;
  readonly chooseLanguage: (version: LanguageVersion, language: Language | undefined) => void;
  readonly send: (version: LanguageVersion) => void;
  readonly cancel: (version: LanguageVersion) => void;
  readonly remove: (version: LanguageVersion) => void;
  /** Makes the submission itself a language version of another one. */
  readonly attachTo: (original: Submission) => void;
}
