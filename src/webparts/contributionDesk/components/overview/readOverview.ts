import type { DelegateSite } from '../../../../site/delegateSite';
import type { LanguageSite } from '../../../../site/languageSite';
import type { ListedTranslation } from '../../../../site/translations';
import { readInterpretation } from '../languages/readInterpretation';
import type { InterpretationRecord } from '../languages/readInterpretation';

/** What an overview is made from beside the documents. */
export interface OverviewRecord {
  readonly interpretation: InterpretationRecord;
  readonly translations: readonly ListedTranslation[];
}

/**
 * Reads the requests for interpretation at a meeting, and the translations of its documents.
 * @param first the lowest id of them
 * @param last the highest
 */
export async function readOverview(site: DelegateSite, languageSite: LanguageSite, meetingId: number, first: number, last: number): Promise<OverviewRecord> {
  const [interpretation, translations] = await Promise.all([readInterpretation(site, languageSite, meetingId), languageSite.translations.ofContributions(first, last)]);
  return { interpretation, translations };
}
