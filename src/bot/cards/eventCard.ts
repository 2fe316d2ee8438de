import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate, wordDeadline } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { DeadlineKind } from '../../rules/deadlineKind';
import type { Deadline } from '../../rules/deadlines';
import type { LanguageOutcome } from '../../rules/interpretation';
import type { Language } from '../../rules/language';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { CardPart, DeskCard, Fact } from './deskCard';
import { documentName } from './documentName';
import { headingOf, wordLanguages, wordOutcomes } from './languageRows';
import { moreLine } from './longLists';

/** More rows of one message nobody reads on a phone. */
const MOST_ROWS = 8;

/** A deadline that the group moved. */
export interface MovedDeadline {
  readonly kind: DeadlineKind;
  /** The last day that held before. */
  readonly was: Temporal.PlainDate;
  readonly deadline: Deadline;
}

/** Something that happened and that members are told. */
export type DeskEvent =
  | { readonly kind: 'published'; readonly document: Contribution }
  /** A language version of a published document is there. */
  | { readonly kind: 'languageVersions'; readonly document: Contribution; readonly language: Language; readonly url?: string }
  | { readonly kind: 'deadlineMoved'; readonly meeting: Meeting; readonly deadlines: readonly [MovedDeadline, ...MovedDeadline[]] }
  | { readonly kind: 'interpretation'; readonly meeting: Meeting; readonly outcomes: readonly LanguageOutcome[] };

type Events = readonly [DeskEvent, ...DeskEvent[]];
type VersionEvent = Extract<DeskEvent, { kind: 'languageVersions' }>;

/** Tells of what has happened since the last message: documents published, translations, deadlines, interpretation. */
export function eventCard(events: Events, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const { sentence, body, actions } = eventsSaid(events, group, translator);
  return deskCard(sentence, body, [openDeskButton(deskUrl, translator), ...actions], translator);
}

/** What a card says that tells of events; see {@link eventCard}. */
export function eventsSaid(events: Events, group: WorkingGroup, translator: Translator<MessageKey>): CardPart {
  const facts = factsOf(events, group, translator);
  const shown = facts.slice(0, MOST_ROWS);
  return { sentence: sentenceOf(events, facts.length, group, translator), body: [...factRows(shown), ...moreLine(facts.length - shown.length, translator)], actions: [] };
}

/** How many things a card tells of: all versions of a document are one, and those of a document that is told of anyway none. */
export function countOfEvents(events: Events): number {
  const published = publishedIds(events);
  const versions = new Set(events.flatMap((event) => (event.kind === 'languageVersions' && !published.has(event.document.id) ? [event.document.id] : [])));
  return events.filter(({ kind }) => kind !== 'languageVersions').length + versions.size;
}

function sentenceOf(events: Events, count: number, group: WorkingGroup, translator: Translator<MessageKey>): string {
  const [first] = events;
  const isOnly = (kind: DeskEvent['kind']): boolean => events.every((event) => event.kind === kind || (kind === 'published' && event.kind === 'languageVersions' && publishedIds(events).has(event.document.id)));
  if (first.kind === 'interpretation' && events.length === 1) {
    return wordOutcomes(first.outcomes, first.meeting.title, translator);
  }
  if (first.kind === 'deadlineMoved' && events.length === 1) {
    const [{ kind, deadline }] = first.deadlines;
    return first.deadlines.length === 1
      ? translator.t('bot.reminder.dated', { deadline: translator.t(`deadline.${kind}`), after: wordDeadline(deadline, group, translator) })
      : translator.t('bot.reminder.movedSeveral', { meeting: first.meeting.title, count: first.deadlines.length });
  }
  const named = events.find((event) => event.kind === 'published') ?? first;
  const document = 'document' in named ? documentName(named.document, group, translator) : '';
  const only = (['published', 'languageVersions'] as const).find(isOnly);
  return only === undefined ? translator.t('bot.event.several', { count }) : translator.t(`bot.event.${only}`, { count, document });
}

function factsOf(events: Events, group: WorkingGroup, translator: Translator<MessageKey>): Fact[] {
  const published = publishedIds(events);
  const byDocument = new Map<number, VersionEvent[]>();
  events.forEach((event) => void (event.kind === 'languageVersions' && byDocument.set(event.document.id, [...(byDocument.get(event.document.id) ?? []), event])));
  const own = events.flatMap((event): Fact[] => {
    switch (event.kind) {
      case 'published':
        return [publishedFact(event.document, byDocument.get(event.document.id) ?? [], group, translator)];
      case 'languageVersions':
        return [];
      case 'deadlineMoved':
        return event.deadlines.map((moved) => movedFact(moved, event.meeting, group, translator));
      case 'interpretation':
        return [{ label: translator.t('bot.answer.news.interpretation'), value: wordOutcomes(event.outcomes, event.meeting.title, translator) }];
    }
  });
  const versions = [...byDocument].filter(([id]) => !published.has(id)).map(([, [first, ...others]]) => versionsFact([first, ...others], group, translator));
  return [...own, ...versions];
}

function publishedFact(document: Contribution, versions: readonly VersionEvent[], group: WorkingGroup, translator: Translator<MessageKey>): Fact {
  const { source, url } = document;
  const languages = versions.map(({ language }) => language);
  const notes = [...(source === undefined ? [] : [source]), ...(languages.length === 0 ? [] : [translator.t('bot.event.alsoIn', { languages: wordLanguages(languages, translator) })])];
  return { label: translator.t('docStatus.published'), value: documentName(document, group, translator), url, ...(notes.length === 0 ? {} : { note: notes }) };
}

function versionsFact(versions: readonly [VersionEvent, ...VersionEvent[]], group: WorkingGroup, translator: Translator<MessageKey>): Fact {
  const [{ document }] = versions;
  return {
    label: translator.t('bot.event.translations'),
    value: documentName(document, group, translator),
    url: document.url,
    links: versions.map(({ language, url }) => ({ text: headingOf(language, translator), ...(url === undefined ? {} : { url }) }))
  };
}

function movedFact({ kind, was, deadline }: MovedDeadline, { title }: Meeting, group: WorkingGroup, translator: Translator<MessageKey>): Fact {
  return {
    label: translator.t(`deadline.${kind}`),
    value: wordDeadline(deadline, group, translator),
    note: [title, translator.t('bot.event.before', { date: wordDate(was, translator.language) })]
  };
}

function publishedIds(events: Events): ReadonlySet<number> {
  return new Set(events.flatMap((event) => (event.kind === 'published' ? [event.document.id] : [])));
}
