import type { Meeting } from '../../../../rules/meeting';
import type { StandingQuestion } from '../../../../rules/decision';
import type { DocumentSeries } from '../../../../rules/numbering';
import type { Contribution } from '../../../../site/contribution';
import type { DocumentActions } from '../../../../site/documentActions';
import type { ActionKind } from './actionKinds';

/** What a person gave for an action, as far as it needs it. */
export interface ActionValues {
  readonly reason: string;
  /** The meeting to which it is moved or admitted. */
  readonly meeting?: Meeting;
  readonly series?: DocumentSeries;
  readonly question?: StandingQuestion;
}

/**
 * Does what was confirmed.
 * @returns the document as the library then has it
 * @throws SiteError as `DocumentActions` does
 */
export async function performAction(kind: ActionKind, shown: Contribution, { reason, meeting, series, question }: ActionValues, actions: DocumentActions): Promise<Contribution> {
  switch (kind) {
    case 'number':
      return actions.number(shown, series);
    case 'accept':
    case 'takeBack':
      return actions.accept(shown);
    case 'publish':
      return actions.publish(shown);
    case 'hold':
      return actions.hold(shown, reason);
    case 'release':
      return actions.release(shown, reason);
    case 'withdraw':
      return actions.withdraw(shown, reason);
    case 'admit':
      return actions.admit(shown, present(meeting), reason);
    case 'reassign':
      return actions.reassign(shown, present(meeting), reason);
    case 'keep':
    case 'apply':
      return actions.answer(shown, present(question), kind === 'keep', reason);
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('An action was confirmed without what it needs. Check the form before it is sent.');
  }
  return value;
}
