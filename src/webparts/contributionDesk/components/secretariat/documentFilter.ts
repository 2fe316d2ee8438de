import { Temporal } from 'temporal-polyfill';
import type { Attention } from '../../../../rules/attention';
import type { DocStatus, Standing } from '../../../../rules/contribution';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import { arrivalDateOf, matches } from './dossier';
import type { Dossier } from './dossier';

/** What stands for a standing or a state that a document does not have yet. */
export const NOT_YET = 'none';

/** Which of the documents are listed: those that answer to all that is set. */
export interface DocumentFilter {
  /** In the title, file name, source or symbol. */
  readonly text?: string;
  readonly attention?: Attention;
  readonly state?: DocStatus | typeof NOT_YET;
  readonly standing?: Standing | typeof NOT_YET;
  /** When it arrived: dates in the group's zone, both included. */
  readonly arrived?: { readonly from?: Temporal.PlainDate; readonly to?: Temporal.PlainDate };
  /** Those of the meeting alone, or those of no meeting, which are listed with every one. */
  readonly place?: 'meeting' | 'noMeeting';
}

/**
 * Whether a document answers to all that is set.
 * @param meetingId the meeting whose documents are listed
 */
export function passes(dossier: Dossier, { text = '', attention, state, standing, arrived, place }: DocumentFilter, meetingId: number, group: WorkingGroup): boolean {
  const { contribution } = dossier;
  const date = arrivalDateOf(dossier, group);
  return (
    (text.trim() === '' || matches(dossier, text)) &&
    (attention === undefined || dossier.attention === attention) &&
    (state === undefined || (contribution.docStatus ?? NOT_YET) === state) &&
    (standing === undefined || (contribution.standing ?? NOT_YET) === standing) &&
    (arrived?.from === undefined || Temporal.PlainDate.compare(date, arrived.from) >= 0) &&
    (arrived?.to === undefined || Temporal.PlainDate.compare(date, arrived.to) <= 0) &&
    (place === undefined || (contribution.meetingId === meetingId) === (place === 'meeting'))
  );
}

/** Whether a filter lets everything through. */
export function isOpenFilter({ text = '', ...others }: DocumentFilter): boolean {
  return text.trim() === '' && Object.values(others).every((value) => value === undefined);
}
