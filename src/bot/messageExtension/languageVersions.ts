import type { Language } from '../../rules/language';
import { formatSymbol, parseSymbol } from '../../rules/numbering';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';

/**
 * The documents once each, where there are several language versions of one: in the person's language, else in the
 * original one, else the first. The order is that of the first version of each.
 */
export function oneVersionEach(contributions: readonly Contribution[], language: Language, group: WorkingGroup): Contribution[] {
  const versions = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    const key = documentOf(contribution, group);
    versions.set(key, [...(versions.get(key) ?? []), contribution]);
  }
  return [...versions.values()].map((each) => {
    const inOwn = each.find((version) => languageOf(version, group) === language);
    return inOwn ?? each.find((version) => languageOf(version, group) === version.originalLanguage) ?? each[0];
  });
}

/** The language of a version by its symbol. */
export function languageOf({ docSymbol, originalLanguage }: Contribution, group: WorkingGroup): Language | undefined {
  return (docSymbol === undefined ? undefined : parseSymbol(docSymbol, group)?.language) ?? originalLanguage;
}

/** What all language versions of a document have in common; a document without a symbol stands alone. */
function documentOf({ id, docSymbol }: Contribution, group: WorkingGroup): string {
  const symbol = docSymbol === undefined ? undefined : parseSymbol(docSymbol, group);
  if (symbol === undefined) {
    return String(id);
  }
  const { language: _language, ...document } = symbol;
  return formatSymbol(document, group);
}
