import { Temporal } from 'temporal-polyfill';
import type { Attention } from '../../../../rules/attention';
import type { DocStatus, Standing } from '../../../../rules/contribution';
import type { Meeting } from '../../../../rules/meeting';
import { arrivalsByPeriod, countByAttention, countByStanding, countByState, milestonesOf, mostUrgent } from '../../../../rules/meetingOverview';
import type { ArrivalPeriod, Count, Milestone, OverviewSubject } from '../../../../rules/meetingOverview';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { DocumentFilter } from '../secretariat/documentFilter';
import { arrivalDateOf } from '../secretariat/dossier';
import type { Dossier } from '../secretariat/dossier';

/** How many documents are named that ask for attention. */
const NAMED = 5;

/** The figures of an overview, each as the list shows it that is behind it. */
export interface OverviewFigures {
  /** The meeting's documents. */
  readonly own: readonly Dossier[];
  /** How many belong to no meeting; they are listed with every one. */
  readonly homeless: number;
  /** What the list is filtered by in addition, so that it shows the meeting's documents alone. */
  readonly ofMeeting: DocumentFilter;
  readonly milestones: readonly Milestone[];
  /** When the meeting's documents arrived, the earliest first. */
  readonly arrivals: readonly Temporal.Instant[];
  /** The same as dates in the group's zone. */
  readonly arrivalDates: readonly Temporal.PlainDate[];
  /** One for each milestone, and what came after the last. */
  readonly periods: readonly ArrivalPeriod[];
  readonly byStanding: readonly Count<Standing | 'none'>[];
  readonly byState: readonly Count<DocStatus | 'none'>[];
  /** Over all that is listed: what belongs to no meeting asks for attention too. */
  readonly byAttention: readonly Count<Exclude<Attention, 'none'>>[];
  readonly urgent: readonly Dossier[];
}

/** The figures of a meeting's documents. */
export function figuresOf(dossiers: readonly Dossier[], meeting: Meeting, group: WorkingGroup): OverviewFigures {
  const own = dossiers
    .filter(({ contribution }) => contribution.meetingId === meeting.id)
    .sort((one, other) => Temporal.Instant.compare(arrivedAt(one), arrivedAt(other)));
  const homeless = dossiers.length - own.length;
  const milestones = milestonesOf(meeting, group);
  const arrivalDates = own.map((dossier) => arrivalDateOf(dossier, group));
  const subjects = own.map(subjectOf);
  const all = dossiers.map(subjectOf);
  return {
    own,
    homeless,
    ofMeeting: homeless === 0 ? {} : { place: 'meeting' },
    milestones,
    arrivals: own.map(arrivedAt),
    arrivalDates,
    periods: arrivalsByPeriod(
      arrivalDates,
      milestones.map(({ date }) => date)
    ),
    byStanding: countByStanding(subjects),
    byState: countByState(subjects),
    byAttention: countByAttention(all),
    urgent: mostUrgent(all, NAMED).map(({ dossier }) => dossier)
  };
}

function arrivedAt({ contribution: { receivedAt, createdAt } }: Dossier): Temporal.Instant {
  return receivedAt ?? createdAt;
}

function subjectOf(dossier: Dossier): OverviewSubject & { readonly dossier: Dossier } {
  const { id, standing, docStatus, publicationDue } = dossier.contribution;
  return { id, standing, docStatus, publicationDue, attention: dossier.attention, dossier };
}
