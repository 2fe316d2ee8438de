import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../../../rules/language';
import type { Meeting } from '../../../../../rules/meeting';
import type { WorkingGroup } from '../../../../../rules/workingGroup';
import { askedNotice } from '../../../../../site/authorNotices';
import type { AuthorNotices } from '../../../../../site/authorNotices';
import type { Contribution } from '../../../../../site/contribution';
import type { DocumentActions } from '../../../../../site/documentActions';
import { SiteError, isSiteError } from '../../../../../site/errors';
import type { LanguageSite } from '../../../../../site/languageSite';
import type { SecretariatSite } from '../../../../../site/secretariatSite';
import { performAction } from '../../secretariat/performAction';
import { CAN_BE_UNDONE } from './bulkKinds';
import type { BulkKind } from './bulkKinds';
import type { BulkStep } from './planBulk';

/** What the work is done with. */
export interface BulkTools {
  readonly site: SecretariatSite;
  readonly actions: DocumentActions;
  readonly languageSite: Pick<LanguageSite, 'translations'>;
  readonly authorNotices: AuthorNotices;
  readonly meetings: readonly Meeting[];
  readonly group: WorkingGroup;
}

/** What a person gave for all of the documents. */
export interface BulkValues {
  readonly reason: string;
  /** The meeting to which they are assigned. */
  readonly target?: Meeting;
}

/** What became of one document. */
export type BulkResult =
  /** @property isUndone whether it was taken back since */
  | { readonly status: 'done'; readonly shown: Contribution; readonly now: Contribution; readonly languages?: readonly Language[]; readonly isUndone?: boolean; readonly error?: unknown }
  /** Somebody else changed it since it was shown, so nothing was done. */
  | { readonly status: 'changed'; readonly shown: Contribution; readonly now: Contribution }
  | { readonly status: 'failed'; readonly shown: Contribution; readonly error: unknown }
  /** The person stopped before it. */
  | { readonly status: 'stopped'; readonly shown: Contribution };

/** Does one step; never throws. */
export async function performStep(kind: BulkKind, { dossier, languages }: BulkStep, { reason, target }: BulkValues, tools: BulkTools): Promise<BulkResult> {
  const { contribution: shown } = dossier;
  try {
    const now = await perform();
    return { status: 'done', shown, now, ...(languages === undefined ? {} : { languages }) };
  } catch (error) {
    if (!isSiteError(error, 'changedByOthers')) {
      return { status: 'failed', shown, error };
    }
    const now = await tools.site.contributions.get(shown.id).catch(() => undefined);
    return now === undefined ? { status: 'failed', shown, error } : { status: 'changed', shown, now };
  }

  async function perform(): Promise<Contribution> {
    switch (kind) {
      case 'requestTranslation':
        for (const language of languages ?? []) {
          await tools.languageSite.translations.record(shown.id, { language, status: 'inTranslation', ...(shown.publicationDue === undefined ? {} : { dueDate: shown.publicationDue }) });
        }
        return shown;
      case 'remind':
        await tools.authorNotices.enter(askedNotice(shown, today(tools)));
        return shown;
      default: {
        const meeting = kind === 'reassign' ? target : tools.meetings.find(({ id }) => id === shown.meetingId);
        return performAction(kind, shown, { reason, meeting }, tools.actions);
      }
    }
  }
}

/**
 * Takes back what was done with a document: a hold is lifted, an admitted document is held, an assigned one goes back to its
 * meeting, a translation is no longer asked for, and a reminder that was not posted yet is not posted. It is refused when
 * somebody decided something else since.
 * @returns the result as it is then; one that could not be taken back says why
 */
export async function undoStep(kind: BulkKind, result: Extract<BulkResult, { status: 'done' }>, reason: string, tools: BulkTools): Promise<BulkResult> {
  const { shown } = result;
  const { site, actions, authorNotices, languageSite, meetings } = tools;
  try {
    return { ...result, now: await undo(), isUndone: true, error: undefined };
  } catch (error) {
    return { ...result, error };
  }

  /** The document as it is, once it is certain that the latest decision about it is this one. */
  async function stillDecided(): Promise<Contribution> {
    const [now, decisions] = await Promise.all([site.contributions.get(shown.id), site.decisions.ofContribution(shown.id)]);
    if (now === undefined) {
      throw new SiteError('notFound', `Document ${shown.id} is no longer there`);
    }
    if (decisions[decisions.length - 1]?.kind !== kind) {
      throw new SiteError('changedByOthers', `Something else was decided about document ${shown.id} since`);
    }
    return now;
  }

  async function undo(): Promise<Contribution> {
    switch (kind) {
      case 'hold':
        return actions.release(await stillDecided(), reason);
      case 'admit':
        return actions.hold(await stillDecided(), reason);
      case 'reassign': {
        const meeting = meetings.find(({ id }) => id === shown.meetingId);
        if (meeting === undefined) {
          throw new SiteError('invalid', `Document ${shown.id} belonged to no meeting`);
        }
        return actions.reassign(await stillDecided(), meeting, reason);
      }
      case 'requestTranslation':
        for (const language of result.languages ?? []) {
          await languageSite.translations.record(shown.id, { language, status: 'due', ...(shown.publicationDue === undefined ? {} : { dueDate: shown.publicationDue }) });
        }
        return shown;
      case 'remind': {
        const { key } = askedNotice(shown, today(tools));
        const notice = (await authorNotices.ofContribution(shown.id)).find((each) => each.key === key);
        if (notice?.status !== 'due') {
          throw new SiteError('invalid', `The reminder of document ${shown.id} was posted already`);
        }
        await authorNotices.skip(notice);
        return shown;
      }
      default:
        throw new SiteError('invalid', `${kind} cannot be taken back`);
    }
  }
}

/** Whether what was done with a document can be taken back. */
export function canBeUndone(kind: BulkKind, result: BulkResult, meetings: readonly Meeting[]): result is Extract<BulkResult, { status: 'done' }> {
  return (
    result.status === 'done' && result.isUndone !== true && CAN_BE_UNDONE.has(kind) && (kind !== 'reassign' || meetings.some(({ id }) => id === result.shown.meetingId))
  );
}

function today({ site, group }: BulkTools): Temporal.PlainDate {
  return site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate();
}
