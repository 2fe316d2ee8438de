import type { Language } from '../rules/language';
import type { DetectedLanguage } from './detectLanguage';
import { finding, type Finding } from './findings';

/** From this confidence on, a detected language is offered in the form, and questions a declared one that differs. */
const SURE_ENOUGH = 0.6;

/** Whether a detected language is certain enough to be told to a person. */
export function isSure(detected: DetectedLanguage | undefined): detected is DetectedLanguage {
  return detected !== undefined && detected.confidence >= SURE_ENOUGH;
}

/** The question that a text in another language than the declared one raises; empty when there is none. */
export function compareLanguages(declared: Language | undefined, detected: DetectedLanguage | undefined): Finding[] {
  return declared !== undefined && isSure(detected) && detected.language !== declared
    ? [finding('languageDoubtful', { declared, detected: detected.language })]
    : [];
}
