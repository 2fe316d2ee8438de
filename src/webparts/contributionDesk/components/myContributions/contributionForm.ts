import type { Contribution } from '../../../../site/contribution';
import type { SubmissionDetails } from '../submission/submission';

/** A contribution's columns as values of the form. */
export function detailsOf(contribution: Contribution): SubmissionDetails {
  const { title = '', source = '', originalLanguage, purpose, meetingId, topic = '', actionRequired = '', abstract = '' } = contribution;
  return { title, source, originalLanguage, purpose, meetingId, topic, actionRequired, abstract };
}
