import * as React from 'react';
import { isSiteError } from '../../../../site/errors';
import { useDesk } from '../deskContext';
import { readFile } from './fileReading';
import { metadataOf } from './metadataOf';
import { isUnderWay } from './submission';
import type { Arrival, Submission, SubmissionDetails, SubmissionPhase } from './submission';
import { submissionReducer } from './submissionReducer';

/** The submissions on the page, and what a person can do with them. */
export interface Submissions {
  readonly list: readonly Submission[];
  add(files: readonly File[]): void;
  /** Takes another file for the same form. */
  replaceFile(id: string, file: File): void;
  change(id: string, changes: Partial<SubmissionDetails>): void;
  /** Sends the document and its details; after a failure, only what is still missing. */
  send(submission: Submission): void;
  cancel(id: string): void;
  remove(id: string): void;
}

/**
 * Keeps the submissions of this page.
 * @param meetingId the meeting proposed for a new one
 * @param onReceived called when a document is in the library with its details
 */
export function useSubmissions(meetingId: number, onReceived: () => void): Submissions {
  const { site } = useDesk();
  const [list, dispatch] = React.useReducer(submissionReducer, []);
  const uploads = React.useRef(new Map<string, AbortController>());
  const readings = React.useRef(Promise.resolve());
  const count = React.useRef(0);
  useWarningBeforeClosing(list.some(isUnderWay));

  const send = async ({ id, file, details, phase }: Submission): Promise<void> => {
    const advance = (next: SubmissionPhase): void => dispatch({ type: 'advance', id, phase: next });
    let arrival: Arrival | undefined = phase.step === 'failed' ? phase.arrival : undefined;
    try {
      if (arrival === undefined) {
        advance({ step: 'sending', sent: 0, total: file.size });
        const abort = new AbortController();
        uploads.current.set(id, abort);
        arrival = await site.contributions.upload(file.name, file, {
          signal: abort.signal,
          onProgress: (sent, total) => advance({ step: 'sending', sent, total })
        });
      }
      advance({ step: 'describing', arrival });
      await site.contributions.describe(arrival.id, metadataOf(details));
      if (details.partKind !== undefined && details.partOf !== undefined) {
        await site.contributions.recordPart(arrival.id, { of: details.partOf, kind: details.partKind });
      }
      advance({ step: 'received', arrival });
      onReceived();
    } catch (error) {
      advance(isSiteError(error, 'cancelled') ? { step: 'drafting', stopped: true } : { step: 'failed', error, arrival });
    } finally {
      uploads.current.delete(id);
    }
  };

  /** One after the other, so that of many files only one is in memory. */
  const read = (id: string, file: File): void => {
    readings.current = readings.current.then(async () => dispatch({ type: 'suggest', id, file, reading: await readFile(file) }));
  };

  return {
    list,
    add: (files) => {
      const known = list[list.length - 1]?.details;
      const submissions = files.map((file): Submission => {
        count.current += 1;
        return {
          id: `desk-submission-${count.current}`,
          file,
          details: newDetails(meetingId, known),
          typed: new Set(),
          suggested: new Set(),
          reading: { status: 'reading' },
          phase: { step: 'drafting' }
        };
      });
      dispatch({ type: 'add', submissions });
      submissions.forEach(({ id, file }) => read(id, file));
    },
    replaceFile: (id, file) => {
      dispatch({ type: 'replaceFile', id, file });
      read(id, file);
    },
    change: (id, changes) => dispatch({ type: 'change', id, changes }),
    send: (submission) => void send(submission),
    cancel: (id) => uploads.current.get(id)?.abort(),
    remove: (id) => dispatch({ type: 'remove', id })
  };
}

/** Several documents at once mostly come from one delegation, in one language. */
function newDetails(meetingId: number, known: SubmissionDetails | undefined): SubmissionDetails {
  return {
    title: '',
    source: known?.source ?? '',
    originalLanguage: known?.originalLanguage,
    meetingId: known?.meetingId ?? meetingId,
    topic: '',
    actionRequired: '',
    abstract: ''
  };
}

function useWarningBeforeClosing(isNeeded: boolean): void {
  React.useEffect(() => {
    if (!isNeeded) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      // Chromium before version 119 asks only when this is set.
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
