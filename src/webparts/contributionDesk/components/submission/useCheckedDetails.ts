import * as React from 'react';
import { fieldIdOf } from './DetailsFields';
import type { SubmissionDetails } from './submission';
import { CHECKED_FIELDS, validateDetails } from './validateDetails';
import type { CheckedField, FieldProblem } from './validateDetails';

/** A form that is checked when it is sent, and live from then on. */
export interface CheckedDetails {
  /** What is to be shown as wrong. */
  readonly problems: Partial<Record<CheckedField, FieldProblem>>;
  /** For the form's `onSubmit`: sends what is complete, otherwise goes to the first problem. */
  readonly submit: (event: React.FormEvent) => void;
}

/**
 * Checks a form's values.
 * @param id what the fields' ids begin with
 */
export function useCheckedDetails(id: string, details: SubmissionDetails, onComplete: () => void): CheckedDetails {
  const [wasTried, setWasTried] = React.useState(false);
  const problems = validateDetails(details);
  return {
    problems: wasTried ? problems : {},
    submit: (event) => {
      event.preventDefault();
      const first = CHECKED_FIELDS.find((field) => problems[field] !== undefined);
      setWasTried(true);
      if (first === undefined) {
        onComplete();
      } else {
        const element = document.getElementById(fieldIdOf(id, first));
        element?.closest('details')?.setAttribute('open', '');
        element?.focus();
      }
    }
  };
}
