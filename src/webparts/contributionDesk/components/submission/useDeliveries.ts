import * as React from 'react';
import type { FileUpload } from '../../../../site/contributionUpload';
import { isSiteError } from '../../../../site/errors';
import { useDesk } from '../deskContext';
import type { Arrival, SendingPhase, SubmissionPhase, VersionPhase } from './submission';

/** A document that is to be sent. */
export interface Delivery {
  readonly id: string;
  readonly file: File;
  /** How far it has got already; what has arrived is not sent again. */
  readonly phase: SubmissionPhase | VersionPhase;
  /** Saves its details, once it is in the library. */
  readonly describe: (arrival: Arrival) => Promise<void>;
  readonly advance: (phase: SendingPhase) => void;
  /** Called when the person stopped it; nothing of it is left in the library. */
  readonly onStopped: () => void;
}

/** Documents on their way. */
export interface Deliveries {
  /**
   * Sends a document and its details; after a failure, only what is still missing. One that is on its way is left alone.
   * @returns undefined when it did not get through
   */
  deliver(delivery: Delivery): Promise<Arrival | undefined>;
  /** Stops one that is on its way, and removes what has arrived of one that had stopped by itself. */
  cancel(id: string): Promise<void>;
}

interface Sending {
  readonly upload: FileUpload;
  /** While it is on its way. */
  readonly abort?: AbortController;
}

/** Sends documents and remembers how far each has got. */
export function useDeliveries(): Deliveries {
  const { site } = useDesk();
  const sendings = React.useRef(new Map<string, Sending>());
  const underWay = React.useRef(new Set<string>());

  const deliver = async ({ id, file, phase, describe, advance, onStopped }: Delivery): Promise<Arrival | undefined> => {
    if (underWay.current.has(id)) {
      return undefined;
    }
    underWay.current.add(id);
    let arrival = phase.step === 'failed' ? phase.arrival : undefined;
    const upload = sendings.current.get(id)?.upload ?? site.contributions.newUpload(file.name, file);
    try {
      if (arrival === undefined) {
        const abort = new AbortController();
        sendings.current.set(id, { upload, abort });
        arrival = await upload.send({ signal: abort.signal, onProgress: (sent, total) => advance({ step: 'sending', sent, total }) });
        sendings.current.delete(id);
      }
      advance({ step: 'describing', arrival });
      await describe(arrival);
      advance({ step: 'received', arrival });
      return arrival;
    } catch (error) {
      if (isSiteError(error, 'cancelled')) {
        sendings.current.delete(id);
        onStopped();
        return undefined;
      }
      if (arrival === undefined) {
        sendings.current.set(id, { upload });
      }
      advance({ step: 'failed', error, arrival, ...(upload.kept > 0 && arrival === undefined ? { kept: { sent: upload.kept, total: file.size } } : {}) });
      return undefined;
    } finally {
      underWay.current.delete(id);
    }
  };

  return {
    deliver,
    cancel: async (id) => {
      const sending = sendings.current.get(id);
      if (sending?.abort !== undefined) {
        sending.abort.abort();
        return;
      }
      sendings.current.delete(id);
      await sending?.upload.discard();
    }
  };
}
