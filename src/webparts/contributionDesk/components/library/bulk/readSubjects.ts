import type { WorkingGroup } from '../../../../../rules/workingGroup';
import { isCountedPart } from '../../../../../rules/numbering';
import type { Contribution } from '../../../../../site/contribution';
import type { LanguageSite } from '../../../../../site/languageSite';
import type { GivenNumber } from '../../../../../site/numbers';
import type { SecretariatSite } from '../../../../../site/secretariatSite';
import { translationRows } from '../../languages/translationRows';
import { dossierOf } from '../../secretariat/dossier';
import type { BulkKind } from './bulkKinds';
import { ownSeries } from './planBulk';
import type { BulkSubject } from './planBulk';

/** So many documents are asked about at a time: more at once and SharePoint asks for pauses. */
const AT_A_TIME = 6;

/** What the reading works with. */
export interface SubjectSources {
  readonly site: SecretariatSite;
  readonly languageSite: Pick<LanguageSite, 'translations'>;
  readonly group: WorkingGroup;
}

/**
 * What is to be known of documents before it can be said what an action will do with them.
 * @param onRead called with how many are known so far
 * @throws SiteError when the site fails
 */
export async function readSubjects(kind: BulkKind, documents: readonly Contribution[], sources: SubjectSources, onRead?: (count: number) => void): Promise<BulkSubject[]> {
  const subjects: BulkSubject[] = [];
  for (let index = 0; index < documents.length; index += AT_A_TIME) {
    subjects.push(...(await Promise.all(documents.slice(index, index + AT_A_TIME).map((document) => readSubject(kind, document, sources)))));
    onRead?.(subjects.length);
  }
  return subjects;
}

async function readSubject(kind: BulkKind, document: Contribution, { site, languageSite, group }: SubjectSources): Promise<BulkSubject> {
  const dossier = dossierOf(document, await site.decisions.ofContribution(document.id), site.clock.now(), group);
  if (kind === 'requestTranslation') {
    const [listed, parts] = await Promise.all([languageSite.translations.ofContribution(document.id), site.contributions.partsOf(document.id)]);
    const at = site.clock.now();
    const family = [dossier, ...parts.map((part) => dossierOf(part, [], at, group))];
    const [translations] = translationRows(family, listed, group, at.toZonedDateTimeISO(group.zone).toPlainDate()).filter(({ contribution }) => contribution.id === document.id);
    return { dossier, ...(translations === undefined ? {} : { translations }) };
  }
  const { docNumber, partKind, partOf } = document;
  if ((kind !== 'number' && kind !== 'publish') || docNumber !== undefined || (partKind !== undefined && !isCountedPart(partKind))) {
    return { dossier };
  }
  if (partKind === undefined || partOf === undefined || !isCountedPart(partKind)) {
    return { dossier, next: await site.numbers.next(ownSeries(dossier)) };
  }
  const whole: GivenNumber | undefined = await site.numbers.of(partOf);
  return { dossier, ...(whole === undefined ? {} : { whole, next: await site.numbers.nextPart(whole, partKind) }) };
}
