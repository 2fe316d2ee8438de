import type { ContributionMetadata } from '../../../../site/contribution';
import type { SubmissionDetails } from './submission';

/**
 * A complete form as the library takes it.
 * @throws Error for a form that validateDetails() finds incomplete
 */
export function metadataOf({ title, source, originalLanguage, purpose, meetingId, topic, actionRequired, abstract }: SubmissionDetails): ContributionMetadata {
  if (originalLanguage === undefined || purpose === undefined) {
    throw new Error('The form was sent before it was complete. Validate it with validateDetails() first.');
  }
  return {
    title: title.trim(),
    source: source.trim(),
    originalLanguage,
    purpose,
    meetingId,
    topic: topic.trim(),
    actionRequired: actionRequired.trim(),
    abstract: abstract.trim()
  };
}
