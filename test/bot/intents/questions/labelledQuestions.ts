import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../../src/rules/language';

/** A question with what it asks for. Days are as of {@link ASKED_ON}. */
export interface LabelledQuestion {
  readonly text: string;
  readonly kind: string;
  readonly topic?: string;
  readonly arrivesOn?: string;
  readonly purpose?: string;
  readonly number?: number;
  /** The document is named by words of its title. */
  readonly titleWords?: boolean;
  /** The day, or null when the question names none. */
  readonly since?: string | null;
  readonly region?: string | null;
  readonly wish?: string;
  readonly language?: string | null;
  readonly languages?: readonly string[];
}

/** The day on which all labelled questions are asked, a Monday. */
export const ASKED_ON = '2020-08-10';

/** The two halves: the classifiers learn from the first, nothing was ever made to fit the second. */
export type Half = 'training' | 'unseen';

const FOLDERS: Readonly<Record<Half, string>> = {
  training: join(__dirname, '../../../../src/bot/intents/training/asked'),
  unseen: join(__dirname, 'unseen')
};

/** The labelled questions of a half in one language. */
export function labelledQuestions(half: Half, language: Language): LabelledQuestion[] {
  return JSON.parse(readFileSync(join(FOLDERS[half], `${language}.json`), 'utf8')) as LabelledQuestion[];
}
