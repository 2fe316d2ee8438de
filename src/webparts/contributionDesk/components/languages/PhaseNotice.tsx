import * as React from 'react';
import { wordDaysLeft } from '../../../../messages/deadline';
import { wordInstant } from '../../../../messages/dates';
import { daysLeft, isOpen } from '../../../../rules/deadlines';
import { useNow } from '../../hooks/useNow';
import type { Tone } from '../../theme/tones';
import { Notice } from '../common/Notice';
import { DeadlineTime } from '../deadlines/DeadlineTime';
import { timeLeft } from '../deadlines/timeLeft';
import { useLanguages } from './languagesContext';
import type { InterpretationState } from './readInterpretation';

const TONES: Readonly<Record<InterpretationState['phase'], Tone>> = { collecting: 'plain', toDecide: 'caution', decided: 'good', reopened: 'caution' };

/** Where the decision stands: by when requests count and how long that is, or what was decided, when and why. */
export function PhaseNotice({ state: { phase, deadline, decision } }: { readonly state: InterpretationState }): React.ReactElement {
  const { group, said, site, translator } = useLanguages();
  const now = useNow(site.clock);
  const left = timeLeft(deadline, now, translator.language);
  return (
    <Notice tone={TONES[phase]} title={said.t(`phase.${phase}`)}>
      {decision !== undefined && (
        <div>
          <p>{said.t('phase.decidedAt', { time: wordInstant(decision.decidedAt, group, translator) })}</p>
          {decision.reason !== '' && <p dir="auto">{decision.reason}</p>}
        </div>
      )}
      {(decision === undefined || isOpen(deadline, now)) && (
        <div>
          <p>
            {said.t('phase.deadline')} <strong>{left === undefined || left.days !== undefined ? wordDaysLeft(daysLeft(deadline, now), translator) : <bdi>{left.clock}</bdi>}</strong>
          </p>
          <p>
            <DeadlineTime deadline={deadline} />
          </p>
        </div>
      )}
    </Notice>
  );
}
