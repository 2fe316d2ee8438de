import * as React from 'react';
import { fieldIdOf } from './DetailsFields';
import type { SubmissionDetails } from './submission';
import { CHECKED_FIELDS, validateDetails } from './validateDetails';
import type { CheckedField, FieldProblem } from './validateDetails';

/** A form that is checked when it is sent, and live from then on. */
export interface CheckedDetails {
  /** What is to be shown as wrong. */
  readonly problems: Partial<Record<CheckedField, FieldProblem>>;
  /** Whether the person tried to send it: from then on problems are shown. */
  readonly wasTried: boolean;
  /** For the form's `onSubmit`: sends what is complete, otherwise goes to the first problem. */
  readonly submit: (event: React.FormEvent) => void;
}

/**
 * Checks a form's values.
 * @param id what the fields' ids begin with
 * @param furtherProblem the id of an element below these fields that keeps the form from being sent as well
 */
export function useCheckedDetails(id: string, details: SubmissionDetails, onComplete: () => void, furtherProblem?: string): CheckedDetails {
  const [wasTried, setWasTried] = React.useState(false);
  const problems = validateDetails(details);
  return {
    problems: wasTried ? problems : {},
    wasTried,
    submit: (event) => {
      event.preventDefault();
      const first = CHECKED_FIELDS.find((field) => problems[field] !== undefined);
      setWasTried(true);
      const problem = first === undefined ? furtherProblem : fieldIdOf(id, first);
      if (problem === undefined) {
        onComplete();
      } else {
        const element = document.getElementById(problem);
        element?.closest('details')?.setAttribute('open', '');
        element?.focus();
      }
    }
  };
}
