import type { ExportKey } from '../messages/loadExports';
import type { TermKey } from '../messages/terms';
import type { Translator } from '../messages/translator';
import type { WorkingGroup } from '../rules/workingGroup';

/** What files are worded with that name deadlines, standings and states: both translators speak the same language. */
export interface ExportWords {
  readonly group: WorkingGroup;
  readonly translator: Translator<ExportKey>;
  readonly terms: Translator<TermKey>;
}
