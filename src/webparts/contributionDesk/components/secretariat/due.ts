import type { Temporal } from 'temporal-polyfill';
import { wordShortDate } from '../../../../messages/dates';
import type { SecretariatKey } from '../../../../messages/loadSecretariat';
import type { Translator } from '../../../../messages/translator';
import type { Contribution } from '../../../../site/contribution';

/** When a document is to be published, or was. */
export interface Due {
  readonly date: string;
  /** The days that are left or overdue, in words; undefined once nothing is due any more. */
  readonly days?: string;
  readonly isOverdue: boolean;
}

/**
 * When a document is to be published, and how many calendar days that leaves.
 * @param today the date in the group's zone
 * @returns undefined when nothing is or was due
 */
export function dueOf(contribution: Contribution, today: Temporal.PlainDate, zone: string, words: Translator<SecretariatKey>): Due | undefined {
  const { docStatus, publicationDue, publishedAt } = contribution;
  if (publishedAt !== undefined) {
    return { date: wordShortDate(publishedAt.toZonedDateTimeISO(zone).toPlainDate(), words.language), isOverdue: false };
  }
  if (publicationDue === undefined || docStatus === 'published' || docStatus === 'withdrawn' || docStatus === 'held') {
    return undefined;
  }
  const left = today.until(publicationDue, { largestUnit: 'day' }).days;
  return {
    date: wordShortDate(publicationDue, words.language),
    days: left < 0 ? words.t('due.overdue', { days: -left }) : words.t('due.left', { days: left }),
    isOverdue: left < 0
  };
}
