import { interpretationTable } from '../../../../exports/languageTables';
import type { ExportWords } from '../../../../exports/exportWords';
import { arrivalsTable, participationTable } from '../../../../exports/meetingReport';
import type { ReportedPeriod } from '../../../../exports/meetingReport';
import type { ExportTable } from '../../../../exports/table';
import type { Meeting } from '../../../../rules/meeting';
import { arrivalsByPeriod, milestonesOf } from '../../../../rules/meetingOverview';
import type { DelegateSite } from '../../../../site/delegateSite';
import type { LanguageSite } from '../../../../site/languageSite';
import { interpretationState, readInterpretation } from '../languages/readInterpretation';
import { readRegions } from '../regions/readRegions';
import { arrivalDateOf } from '../secretariat/dossier';
import type { Dossier } from '../secretariat/dossier';

/**
 * The report of a meeting: its contributions by deadline, its languages, and participation by region. A language version is
 * no contribution of its own, and what was withdrawn is none any more.
 * @param dossiers the meeting's documents
 * @throws SiteError when requests or regions cannot be read
 */
export async function readReport(meeting: Meeting, dossiers: readonly Dossier[], site: DelegateSite, languageSite: LanguageSite, words: ExportWords): Promise<[ExportTable, ...ExportTable[]]> {
  const { group } = words;
  const [interpretation, { participation, elsewhere }] = await Promise.all([readInterpretation(site, languageSite, meeting.id), readRegions(site, languageSite, meeting.id)]);
  const { tallies, proposal, decision } = interpretationState(meeting, interpretation, group, interpretation.readAt);
  const milestones = milestonesOf(meeting, group);
  const contributions = dossiers.filter(({ contribution: { partKind, docStatus } }) => partKind !== 'languageVersion' && docStatus !== 'withdrawn');
  const lastDays = milestones.map(({ date }) => date);
  const byStanding = (['translated', 'delayed', 'held', 'information', 'none'] as const).map((key) => ({
    key,
    periods: arrivalsByPeriod(
      contributions.filter(({ contribution: { standing } }) => (standing ?? 'none') === key).map((dossier) => arrivalDateOf(dossier, group)),
      lastDays
    )
  }));
  const all = arrivalsByPeriod(
    contributions.map((dossier) => arrivalDateOf(dossier, group)),
    lastDays
  );
  const periods = all.map((period, index): ReportedPeriod => ({ ...period, byStanding: byStanding.map(({ key, periods: of }) => ({ key, count: of[index].count })) }));
  return [
    arrivalsTable(milestones, periods, words),
    interpretationTable(decision?.outcomes ?? proposal, tallies, decision, words),
    participationTable(participation, elsewhere, words)
  ];
}
