import type { Temporal } from 'temporal-polyfill';
import { isOpen } from '../../../../rules/deadlines';
import type { Deadline, MeetingDeadlines } from '../../../../rules/deadlines';

/** What the deadlines make of contributions at a moment, as one message and the deadline after which it changes. */
export interface WhatCountsNow {
  readonly message: 'translated' | 'delayed' | 'held' | 'closed';
  /** Absent once every deadline has passed. */
  readonly until?: Deadline;
}

/** What matters to somebody who might submit now. */
export function whatCountsNow(deadlines: MeetingDeadlines, now: Temporal.Instant): WhatCountsNow {
  if (isOpen(deadlines.bindingTranslation, now)) {
    return { message: 'translated', until: deadlines.bindingTranslation };
  }
  if (isOpen(deadlines.binding, now)) {
    return { message: 'delayed', until: deadlines.binding };
  }
  return isOpen(deadlines.opening, now) ? { message: 'held', until: deadlines.opening } : { message: 'closed' };
}
