import * as React from 'react';
import { interpretationTable, languageRequestsTable } from '../../../../exports/languageTables';
import type { ExportedRequest } from '../../../../exports/languageTables';
import { isSameDelegation } from '../../../../rules/delegationName';
import type { InterpretationDecision, LanguageOutcome } from '../../../../rules/interpretation';
import type { LanguageTally } from '../../../../rules/languageRequest';
import type { Meeting } from '../../../../rules/meeting';
import type { Delegation } from '../../../../site/delegations';
import { TableButtons } from '../common/TableButtons';

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

/** Saves the requests and the decision as an Excel file with a sheet each, or the requests as a CSV file. */
export function LanguageExports({ meeting, requests, tallies, outcomes, decision, delegations }: LanguageExportsProps): React.ReactElement {
  const regionOf = (name: string) => delegations.find((delegation) => isSameDelegation(delegation.name, name))?.region;
  return (
    <TableButtons
      labels={{ xlsx: 'exports.save.xlsx', csv: 'exports.save.csv' }}
      name={`interpretation-${meeting.start.toString()}`}
      tables={(words) => [languageRequestsTable(requests, meeting, regionOf, words), interpretationTable(outcomes, tallies, decision, words)]}
    />
  );
}
