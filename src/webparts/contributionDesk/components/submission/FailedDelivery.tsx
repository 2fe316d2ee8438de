import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { problemKind } from '../common/problemKind';
import { useDesk } from '../deskContext';
import type { SendingPhase } from './submission';
import { wordShare } from './wordShare';

/** A document that did not get through. */
export interface FailedDeliveryProps {
  readonly phase: Extract<SendingPhase, { step: 'failed' }>;
  readonly onRetry: () => void;
  /** Gives up what has arrived of it; not offered without. */
  readonly onCancel?: () => void;
  /** What else is to be said of it. */
  readonly children?: React.ReactNode;
}

/** Says why a document did not get through, what has arrived all the same, and how it goes on. */
export function FailedDelivery({ phase, onRetry, onCancel, children }: FailedDeliveryProps): React.ReactElement {
  const { group, translator } = useDesk();
  const { error, arrival, kept } = phase;
  const share = kept === undefined ? undefined : kept.sent / kept.total;
  const percent = share === undefined ? undefined : wordShare(share, translator.language);
  return (
    <>
      <SiteProblem
        error={error}
        translator={translator}
        secretariatAddress={group.secretariatAddress}
        retryText={kept === undefined ? undefined : translator.t('upload.resume')}
        onRetry={onRetry}
      >
        {arrival !== undefined && <p>{translator.t('upload.arrived', { time: wordInstant(arrival.receivedAt, group, translator) })}</p>}
        {children}
        {percent !== undefined && <p>{translator.t('upload.stoppedAt', { percent })}</p>}
        {(kept ?? arrival) !== undefined && problemKind(error) === 'unreachable' && <p>{translator.t('upload.resumesOnline')}</p>}
      </SiteProblem>
      {percent !== undefined && <ProgressIndicator label={translator.t('upload.progress', { percent })} percentComplete={share} ariaValueText={percent} />}
      {onCancel !== undefined && (
        <div>
          <DefaultButton text={translator.t(arrival === undefined ? 'upload.cancel' : 'receipt.close')} onClick={onCancel} />
        </div>
      )}
    </>
  );
}
