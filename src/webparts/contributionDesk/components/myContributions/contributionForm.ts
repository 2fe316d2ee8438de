import type { Contribution } from '../../../../site/contribution';
import type { SubmissionDetails } from '../submission/submission';

/** A contribution's columns as values of the form. */
export function detailsOf(contribution: Contribution): SubmissionDetails {
  const { title = '', source = '', originalLanguage, purpose, meetingId, topic = '', actionRequired = '', abstract = '' } = contribution;
  return { title, source, originalLanguage, purpose, meetingId, topic, actionRequired, abstract };
}

/** Whether two versions of a contribution have the same form, whatever else was written to it. */
export function sameForm(one: Contribution, other: Contribution): boolean {
  return JSON.stringify([detailsOf(one), one.suppliedLanguages]) === JSON.stringify([detailsOf(other), other.suppliedLanguages]);
}
