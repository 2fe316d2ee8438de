import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { PURPOSES } from '../rules/contribution';
import type { Purpose } from '../rules/contribution';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import type { Meeting } from '../rules/meeting';
import type { FormField } from './cards/contributionFacts';

/** SharePoint's limit of a text of one line. */
export const LONGEST_LINE = 255;

const typed = v.optional(v.fallback(v.string(), ''), '');

/** The fields of a form, as they come back from a card. */
export const typedFields = { title: typed, source: typed, originalLanguage: typed, purpose: typed, meeting: typed };

const completionSchema = v.object({
  language: v.picklist(LANGUAGES),
  desk: v.object({ command: v.literal('complete'), id: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ...typedFields
});

/** What a person typed and chose, as it came: the fields' inputs are named after them. */
export type TypedForm = Readonly<Record<FormField, string>>;

/** A form that was sent from a card. */
export interface Completion {
  readonly contributionId: number;
  /** The language of the card. */
  readonly language: Language;
  readonly typed: TypedForm;
}

/** A form that can be written. */
export interface CompleteForm {
  readonly title: string;
  readonly source: string;
  readonly originalLanguage: Language;
  readonly purpose: Purpose;
  readonly meetingId: number;
}

/** Why a field cannot be taken. */
export type FieldProblem = 'missing' | 'tooLong';
/** The fields that cannot be taken. */
export type FieldProblems = Readonly<Partial<Record<FormField, FieldProblem>>>;

/**
 * The form in the value that came back from a card.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseCompletion(value: unknown): Completion | undefined {
  const result = v.safeParse(completionSchema, value);
  if (!result.success) {
    return undefined;
  }
  const { language, desk, title, source, originalLanguage, purpose, meeting } = result.output;
  return { contributionId: desk.id, language, typed: { title, source, originalLanguage, purpose, meeting } };
}

/**
 * Checks a form. The card's own checks are the client's and prove nothing.
 * @param meetings those that can be chosen
 */
export function checkForm(form: TypedForm, meetings: readonly Meeting[]): { readonly form: CompleteForm } | { readonly problems: FieldProblems } {
  const title = oneLine(form.title);
  const source = oneLine(form.source);
  const originalLanguage = LANGUAGES.find((language) => language === form.originalLanguage);
  const purpose = PURPOSES.find((each) => each === form.purpose);
  const meeting = meetings.find(({ id }) => String(id) === form.meeting);
  if (lineProblem(title) === undefined && lineProblem(source) === undefined && originalLanguage !== undefined && purpose !== undefined && meeting !== undefined) {
    return { form: { title, source, originalLanguage, purpose, meetingId: meeting.id } };
  }
  const found: Record<FormField, FieldProblem | undefined> = {
    title: lineProblem(title),
    source: lineProblem(source),
    originalLanguage: originalLanguage === undefined ? 'missing' : undefined,
    purpose: purpose === undefined ? 'missing' : undefined,
    meeting: meeting === undefined ? 'missing' : undefined
  };
  return { problems: Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined)) };
}

/** The meetings that a contribution can be for: those still to come or under way, and the one that it names already. */
export function choosableMeetings(meetings: readonly Meeting[], named: number | undefined, now: Temporal.Instant, zone: string): Meeting[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const isAhead = ({ status, end }: Meeting): boolean => (status === 'planned' || status === 'postponed') && Temporal.PlainDate.compare(end, today) >= 0;
  return meetings.filter((meeting) => meeting.id === named || isAhead(meeting)).sort((a, b) => Temporal.PlainDate.compare(a.start, b.start));
}

/** A text of one line: no characters that are not shown, single spaces. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function lineProblem(line: string): FieldProblem | undefined {
  return line === '' ? 'missing' : line.length > LONGEST_LINE ? 'tooLong' : undefined;
}
