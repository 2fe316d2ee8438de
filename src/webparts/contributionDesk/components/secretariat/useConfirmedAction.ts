import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { SiteError, isSiteError } from '../../../../site/errors';
import type { ActionKind } from './actionKinds';
import { performAction } from './performAction';
import type { ActionValues } from './performAction';
import { useSecretariat } from './secretariatContext';

/** An action that is confirmed in a form. */
export interface ConfirmedAction {
  readonly isWorking: boolean;
  /** Why it did not succeed. */
  readonly error?: unknown;
  /** The document as it was shown before, when it turned out to have changed. */
  readonly outdated?: Contribution;
  readonly confirm: (values: ActionValues) => void;
}

/**
 * Does an action upon a document as it is shown. When somebody changed it meanwhile, it is read again and shown, and
 * the person confirms anew.
 * @param onDone called with the document as the library then has it
 * @param onReread called with the document as it turned out to be
 */
export function useConfirmedAction(
  kind: ActionKind,
  shown: Contribution,
  onDone: (contribution: Contribution, values: ActionValues) => void,
  onReread: (contribution: Contribution) => void
): ConfirmedAction {
  const { site, documentActions } = useSecretariat();
  const [state, setState] = React.useState<Pick<ConfirmedAction, 'error' | 'outdated'> & { readonly isWorking: boolean }>({ isWorking: false });

  const confirm = async (values: ActionValues): Promise<void> => {
    setState(({ outdated }) => ({ isWorking: true, outdated }));
    try {
      onDone(await performAction(kind, shown, values, documentActions), values);
    } catch (problem) {
      if (!isSiteError(problem, 'changedByOthers')) {
        setState({ isWorking: false, error: problem });
        return;
      }
      try {
        const newest = await site.contributions.get(shown.id);
        if (newest === undefined) {
          throw new SiteError('notFound', `Document ${shown.id} is no longer there`);
        }
        setState({ isWorking: false, outdated: shown });
        onReread(newest);
      } catch (error) {
        setState({ isWorking: false, error });
      }
    }
  };
  return { ...state, confirm: (values) => void confirm(values) };
}
