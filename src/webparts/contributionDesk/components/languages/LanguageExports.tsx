import { DefaultButton } from '@fluentui/react/lib/Button';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { interpretationTable, languageRequestsTable } from '../../../../exports/languageTables';
import type { ExportedRequest } from '../../../../exports/languageTables';
import { loadExports } from '../../../../messages/loadExports';
import { createTranslator } from '../../../../messages/translator';
import { isSameDelegation } from '../../../../rules/delegationName';
import type { InterpretationDecision, LanguageOutcome } from '../../../../rules/interpretation';
import type { LanguageTally } from '../../../../rules/languageRequest';
import type { Meeting } from '../../../../rules/meeting';
import type { Delegation } from '../../../../site/delegations';
import { downloadTables } from '../../downloadTables';
import type { TableFormat } from '../../downloadTables';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';

const FORMATS: readonly TableFormat[] = ['xlsx', 'csv'];

const styles = mergeStyleSets({ buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 } });

/** What is given out about the languages of a meeting. */
export interface LanguageExportsProps {
  readonly meeting: Meeting;
  readonly requests: readonly ExportedRequest[];
  readonly tallies: readonly LanguageTally[];
  /** What was decided, else what the rules propose. */
  readonly outcomes: readonly LanguageOutcome[];
  readonly decision: (InterpretationDecision & { readonly reason: string }) | undefined;
  readonly delegations: readonly Delegation[];
}

/**
 * Saves the requests and the decision as an Excel file with a sheet each, or the requests as a CSV file.
 */
export function LanguageExports({ meeting, requests, tallies, outcomes, decision, delegations }: LanguageExportsProps): React.ReactElement | null {
  const { group, translator } = useDesk();
  const { language } = translator;
  const load = React.useCallback(async () => createTranslator(language, await loadExports(language)), [language]);
  const texts = useLoaded(load);
  const [error, setError] = React.useState<unknown>();
  if (texts.status !== 'ready') {
    return texts.status === 'failed' ? <SiteProblem error={texts.error} translator={translator} onRetry={texts.retry} /> : null;
  }
  const save = async (format: TableFormat): Promise<void> => {
    setError(undefined);
    try {
      const words = { group, translator: texts.value };
      const regionOf = (name: string) => delegations.find((delegation) => isSameDelegation(delegation.name, name))?.region;
      const tables = [languageRequestsTable(requests, meeting, regionOf, words), interpretationTable(outcomes, tallies, decision, words)] as const;
      await downloadTables(format === 'csv' ? [tables[0]] : tables, format, `${group.acronym}-interpretation-${meeting.start.toString()}`);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      {error !== undefined && <SiteProblem error={error} translator={translator} />}
      <div className={styles.buttons}>
        {FORMATS.map((format) => (
          <DefaultButton key={format} text={texts.value.t(`exports.save.${format}`)} onClick={() => void save(format)} />
        ))}
      </div>
    </>
  );
}
