import * as React from 'react';
import { languageEndingOf } from '../../../../documents/languageEnding';
import type { Language } from '../../../../rules/language';
import { isSiteError } from '../../../../site/errors';
import { useDesk } from '../deskContext';
import { readFile } from './fileReading';
import { metadataOf } from './metadataOf';
import { newDetails } from './newDetails';
import type { RequestedPart } from './newDetails';
import { isUnderWay } from './submission';
import type { Arrival, LanguageVersion, SendingPhase, Submission, SubmissionDetails, SubmissionPhase, VersionPhase } from './submission';
import { submissionReducer } from './submissionReducer';
import { useDeliveries } from './useDeliveries';

/** The submissions on the page, and what a person can do with them. */
export interface Submissions {
  readonly list: readonly Submission[];
  /** @param part what the documents are to an earlier one, when the person said so beforehand */
  add(files: readonly File[], part?: RequestedPart): void;
  /** Takes another file for the same form. */
  replaceFile(id: string, file: File): void;
  change(id: string, changes: Partial<SubmissionDetails>): void;
  /** Sends the document, its details and then its language versions; after a failure, only what is still missing. */
  send(submission: Submission): void;
  /** Stops the sending; nothing of the document is left in the library. */
  cancel(submission: Submission): void;
  remove(id: string): void;
  addVersions(id: string, files: readonly File[]): void;
  /** Makes a submission a language version of another one. */
  attach(submission: Submission, to: Submission): void;
  chooseLanguage(versionId: string, language: Language | undefined): void;
  sendVersion(submission: Submission, version: LanguageVersion): void;
  cancelVersion(version: LanguageVersion): void;
  removeVersion(version: LanguageVersion): void;
}

/**
 * Keeps the submissions of this page. What a lost connection stopped goes on when the connection is back.
 * @param meetingId the meeting proposed for a new one
 * @param onReceived called when a document is in the library with its details
 */
export function useSubmissions(meetingId: number, onReceived: () => void): Submissions {
  const { site, group, meetings } = useDesk();
  const { contributions } = site;
  const [list, dispatch] = React.useReducer(submissionReducer, []);
  const latest = React.useRef(list);
  latest.current = list;
  const { deliver, cancel } = useDeliveries();
  const readings = React.useRef(Promise.resolve());
  const count = React.useRef(0);
  useWarningBeforeClosing(list.some(isUnderWay));

  const send = async (submission: Submission): Promise<void> => {
    const { id, file, details, phase } = submission;
    const original = await deliver({
      id,
      file,
      phase,
      describe: async (arrival) => {
        await contributions.describe(arrival.id, metadataOf(details));
        if (details.partKind !== undefined && details.partOf !== undefined) {
          await contributions.recordPart(arrival.id, { of: details.partOf, kind: details.partKind });
        }
        if (details.partKind === 'languageVersion' && details.partOf !== undefined && details.originalLanguage !== undefined) {
          await contributions.addSuppliedLanguage(details.partOf, details.originalLanguage);
        }
      },
      advance: (next) => dispatch({ type: 'advance', id, phase: next }),
      onStopped: () => dispatch({ type: 'advance', id, phase: { step: 'drafting', stopped: true } })
    });
    if (original === undefined) {
      return;
    }
    onReceived();
    for (const { id: versionId } of submission.versions) {
      // One after the other, so that the first of them arrive soon; the person may have removed one meanwhile.
      const version = latest.current.flatMap(({ versions }) => versions).find((each) => each.id === versionId);
      if (version?.phase.step === 'waiting') {
        await sendVersion(details, original, version);
      }
    }
  };

  const sendVersion = async (details: SubmissionDetails, original: Arrival, { id, file, language, phase }: LanguageVersion): Promise<void> => {
    const arrival = await deliver({
      id,
      file,
      phase,
      describe: async ({ id: itemId }) => {
        await contributions.describe(itemId, metadataOf({ ...details, originalLanguage: language }));
        await contributions.recordPart(itemId, { of: original.id, kind: 'languageVersion' });
        if (language !== undefined) {
          await contributions.addSuppliedLanguage(original.id, language);
        }
      },
      advance: (next: SendingPhase) => dispatch({ type: 'advanceVersion', id, phase: next }),
      onStopped: () => dispatch({ type: 'advanceVersion', id, phase: { step: 'waiting' } })
    });
    if (arrival !== undefined) {
      onReceived();
    }
  };

  const goOn = (): void =>
    latest.current.forEach((submission) => {
      const { phase, details, versions } = submission;
      // A form that is open again may be half changed; it waits for the person.
      if (wasCutOff(phase) && (phase.kept ?? phase.arrival) !== undefined) {
        void send(submission);
      } else if (phase.step === 'received') {
        versions.filter((version) => wasCutOff(version.phase)).forEach((version) => void sendVersion(details, phase.arrival, version));
      }
    });
  useOnline(goOn);

  /** One after the other, so that of many files only one is in memory. */
  const read = (id: string, file: File): void => {
    readings.current = readings.current.then(async () => dispatch({ type: 'suggest', id, file, reading: await readFile(file) }));
  };
  const newId = (): string => {
    count.current += 1;
    return `desk-submission-${count.current}`;
  };
  const endingOf = (file: File): Language | undefined => languageEndingOf(file.name, group.languageLetters)?.language;

  return {
    list,
    add: (files, part) => {
      const known = list[list.length - 1]?.details;
      const submissions = files.map(
        (file): Submission => ({
          id: newId(),
          file,
          details: newDetails({ meetingId, meetings, known, part, language: endingOf(file) }),
          typed: new Set(),
          suggested: new Set(),
          reading: { status: 'reading' },
          versions: [],
          phase: { step: 'drafting' }
        })
      );
      dispatch({ type: 'add', submissions });
      submissions.forEach(({ id, file }) => read(id, file));
    },
    replaceFile: (id, file) => {
      void cancel(id);
      dispatch({ type: 'replaceFile', id, file });
      read(id, file);
    },
    change: (id, changes) => dispatch({ type: 'change', id, changes }),
    send: (submission) => void send(submission),
    cancel: ({ id, phase }) => {
      void cancel(id);
      if (phase.step === 'failed') {
        dispatch({ type: 'advance', id, phase: { step: 'drafting', stopped: true } });
      }
    },
    remove: (id) => {
      void cancel(id);
      dispatch({ type: 'remove', id });
    },
    addVersions: (id, files) => {
      const versions = files.map(
        (file): LanguageVersion => ({ id: newId(), file, language: endingOf(file), isTyped: false, reading: { status: 'reading' }, phase: { step: 'waiting' } })
      );
      dispatch({ type: 'addVersions', id, versions });
      versions.forEach((version) => read(version.id, version.file));
    },
    attach: ({ id, file }, to) => dispatch({ type: 'attach', id, to: to.id, language: endingOf(file) }),
    chooseLanguage: (id, language) => dispatch({ type: 'changeVersion', id, language }),
    sendVersion: ({ details, phase }, version) => {
      if (phase.step === 'received') {
        void sendVersion(details, phase.arrival, version);
      }
    },
    cancelVersion: ({ id, phase }) => {
      void cancel(id);
      if (phase.step === 'failed') {
        dispatch({ type: 'advanceVersion', id, phase: { step: 'waiting' } });
      }
    },
    removeVersion: ({ id }) => {
      void cancel(id);
      dispatch({ type: 'removeVersion', id });
    }
  };
}

function wasCutOff(phase: SubmissionPhase | VersionPhase): phase is Extract<SendingPhase, { step: 'failed' }> {
  return phase.step === 'failed' && isSiteError(phase.error, 'unreachable');
}

function useOnline(act: () => void): void {
  const current = React.useRef(act);
  current.current = act;
  React.useEffect(() => {
    const online = (): void => current.current();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, []);
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
