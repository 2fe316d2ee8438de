import { STANDINGS } from '../rules/contribution';
import type { Standing } from '../rules/contribution';
import type { ArrivalPeriod, Milestone } from '../rules/meetingOverview';
import type { RegionParticipation } from '../rules/participation';
import type { ExportWords } from './exportWords';
import type { ExportTable } from './table';

/** The contributions of a period between two deadlines, by their standing. */
export interface ReportedPeriod extends ArrivalPeriod {
  readonly byStanding: readonly { readonly key: Standing | 'none'; readonly count: number }[];
}

/**
 * A meeting's contributions by the deadline by which they arrived, and by their standing.
 * @param periods one for each milestone, and one for what came after the last
 */
export function arrivalsTable(milestones: readonly Milestone[], periods: readonly ReportedPeriod[], { translator, terms }: ExportWords): ExportTable {
  const { t, direction } = translator;
  const columns = [...STANDINGS, 'none' as const].filter((key) => key !== 'none' || periods.some((period) => countOf(period, key) > 0));
  const rowOf = (period: ReportedPeriod): number[] => [...columns.map((key) => countOf(period, key)), period.count];
  const nameOf = ({ deadlines, isMeeting }: Milestone): string => [...deadlines.map(({ kind }) => terms.t(`deadline.${kind}`)), ...(isMeeting ? [t('exports.meeting')] : [])].join(' · ');
  const later = periods.slice(milestones.length).filter(({ count }) => count > 0);
  const totals = periods.map(rowOf).reduce((sums, row) => sums.map((sum, index) => sum + row[index]));
  return {
    title: t('exports.arrivals'),
    headings: [t('exports.deadline'), t('exports.lastDay'), ...columns.map((key) => (key === 'none' ? t('exports.noStanding') : terms.t(`standing.${key}`))), t('exports.total')],
    rows: [
      ...milestones.map((milestone, index) => [nameOf(milestone), milestone.date, ...rowOf(periods[index])]),
      ...later.map((period) => [t('exports.later'), undefined, ...rowOf(period)]),
      [t('exports.total'), undefined, ...totals]
    ],
    direction
  };
}

/** What each region did for a meeting. */
export function participationTable(regions: readonly RegionParticipation[], elsewhere: number, { translator }: ExportWords): ExportTable {
  const { t, direction } = translator;
  return {
    title: t('exports.participation'),
    headings: [t('exports.region'), t('exports.delegations'), t('exports.contributions'), t('exports.requests')],
    rows: [
      ...regions.map(({ region, delegations, contributions, languageRequests }) => [t(`exports.region.${region}`), delegations, contributions, languageRequests]),
      ...(elsewhere > 0 ? [[t('exports.elsewhere'), undefined, elsewhere, undefined]] : [])
    ],
    direction
  };
}

function countOf({ byStanding }: ReportedPeriod, key: Standing | 'none'): number {
  return byStanding.find((each) => each.key === key)?.count ?? 0;
}
