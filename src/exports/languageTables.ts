import type { Temporal } from 'temporal-polyfill';
import type { ExportKey } from '../messages/loadExports';
import { languageName } from '../messages/locale';
import type { Translator } from '../messages/translator';
import { deadlinesOf, isOpen } from '../rules/deadlines';
import type { InterpretationDecision, LanguageOutcome } from '../rules/interpretation';
import type { LanguageRequest, LanguageTally } from '../rules/languageRequest';
import type { Meeting } from '../rules/meeting';
import type { Region } from '../rules/participation';
import type { WorkingGroup } from '../rules/workingGroup';
import type { ExportTable } from './table';

/** A request as it is given out; one that was refused is shown too. */
export type ExportedRequest = Omit<LanguageRequest, 'status' | 'meetingId'> & { readonly status: LanguageRequest['status'] | 'refused' };

/** What the tables of a meeting's languages are worded with. */
export interface LanguageTableWords {
  readonly group: WorkingGroup;
  readonly translator: Translator<ExportKey>;
}

/**
 * The requests for interpretation at a meeting, in the order in which they were made, with whether each counts.
 * @param regionOf the region of a delegation by its name
 */
export function languageRequestsTable(
  requests: readonly ExportedRequest[],
  meeting: Meeting,
  regionOf: (delegation: string) => Region | undefined,
  { group, translator }: LanguageTableWords
): ExportTable {
  const { t, language, direction } = translator;
  const { languageRequest } = deadlinesOf(meeting, group);
  const zone = group.zoneName[language];
  return {
    title: t('exports.requests'),
    headings: [t('exports.delegation'), t('exports.region'), t('exports.language'), t('exports.status'), t('exports.when', { zone }), t('exports.counts')],
    rows: [...requests]
      .sort((a, b) => a.requestedAt.epochMilliseconds - b.requestedAt.epochMilliseconds)
      .map(({ delegation, language: asked, status, requestedAt }) => {
        const region = regionOf(delegation);
        const counts = status !== 'active' ? 'no' : isOpen(languageRequest, requestedAt) ? 'yes' : 'late';
        return [
          delegation,
          region === undefined ? undefined : t(`exports.region.${region}`),
          languageName(asked, language),
          t(`exports.status.${status}`),
          requestedAt.toZonedDateTimeISO(group.zone),
          t(`exports.counts.${counts}`)
        ];
      }),
    direction
  };
}

/**
 * What was decided, or what the rules propose, about the interpretation at a meeting, with the requests for each language.
 * @param outcomes one for each of the group's languages
 * @param decision when it is decided
 */
export function interpretationTable(
  outcomes: readonly LanguageOutcome[],
  tallies: readonly LanguageTally[],
  decision: (InterpretationDecision & { readonly reason: string }) | undefined,
  { group, translator }: LanguageTableWords
): ExportTable {
  const { t, language, direction } = translator;
  const decidedAt: Temporal.ZonedDateTime | undefined = decision?.decidedAt.toZonedDateTimeISO(group.zone);
  const outcomeKey = (isProvided: boolean): ExportKey => {
    const stage = decision === undefined ? 'proposed' : 'decided';
    return `exports.${stage}.${isProvided ? 'yes' : 'no'}`;
  };
  return {
    title: t('exports.interpretation'),
    headings: [
      t('exports.language'),
      t('exports.count'),
      t('exports.threshold'),
      t('exports.delegations'),
      t('exports.late'),
      t('exports.outcome'),
      t('exports.reason'),
      t('exports.decidedAt', { zone: group.zoneName[language] })
    ],
    rows: outcomes.map(({ language: of, isProvided, reason }) => {
      const tally = tallies.find((each) => each.language === of);
      return [
        languageName(of, language),
        tally?.delegations.length,
        tally?.threshold,
        tally?.delegations.join(', '),
        tally?.late.join(', '),
        t(outcomeKey(isProvided)),
        reason === 'override' && decision !== undefined && decision.reason !== '' ? decision.reason : t(`exports.reason.${reason}`),
        decidedAt
      ];
    }),
    direction
  };
}
