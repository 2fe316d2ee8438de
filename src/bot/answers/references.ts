import { parseSymbol } from '../../rules/numbering';
import type { DocumentSymbol } from '../../rules/numbering';
import type { Language } from '../../rules/language';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import type { DeskCard } from '../cards/deskCard';
import { referencesCard } from '../cards/referencesCard';
import type { Reference } from '../cards/referencesCard';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** The documents that the group works from, as its configuration names them, with their addresses in the library. */
export async function answerReferences({ site }: AnswerSources, { group, deskUrl, translator }: AnswerContext): Promise<DeskCard> {
  const named = (group.referenceDocuments ?? []).map((document) => ({ ...document, parsed: parseSymbol(document.symbol, group) }));
  const inLibrary = await site.contributions.byNumbers([...new Set(named.flatMap(({ parsed }) => parsed?.number ?? []))]);
  const references = named.map(({ symbol, title, url, parsed }): Reference => {
    const found = parsed === undefined ? undefined : bestVersion(inLibrary.filter((each) => isVersionOf(each, parsed, group)), translator.language, group);
    const shownTitle = title?.[translator.language] ?? found?.title;
    const shownUrl = found?.url ?? url;
    return { symbol, ...(shownTitle === undefined ? {} : { title: shownTitle }), ...(shownUrl === undefined ? {} : { url: shownUrl }) };
  });
  return referencesCard(references, deskUrl, translator);
}

/** Published, and of the document itself, not of a part of it. */
function isVersionOf({ docSymbol, docStatus }: Contribution, { series, number, part }: DocumentSymbol, group: WorkingGroup): boolean {
  const own = docSymbol === undefined ? undefined : parseSymbol(docSymbol, group);
  return docStatus === 'published' && own?.series === series && own.number === number && own.part?.kind === part?.kind && own.part?.count === part?.count;
}

/** The version in the reader's language, else the first one that came, which is the original. */
function bestVersion(versions: readonly Contribution[], language: Language, group: WorkingGroup): Contribution | undefined {
  return versions.find(({ docSymbol = '' }) => parseSymbol(docSymbol, group)?.language === language) ?? versions.at(0);
}
