import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordSize } from '../../../../messages/size';
import type { Meeting } from '../../../../rules/meeting';
import { useLoaded } from '../../hooks/useLoaded';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useDesk } from '../deskContext';
import { DropZone } from './DropZone';
import { MAXIMUM_FILE_BYTES, problemOfFile } from './fileLimits';
import type { RequestedPart } from './newDetails';
import { originalAmong } from './originalAmong';
import { useSubmissions } from './useSubmissions';

const loadCard = () => import(/* webpackChunkName: 'submission' */ './SubmissionCard');
const notYet: typeof loadCard = () => new Promise(() => undefined);

const styles = mergeStyleSets({
  section: { display: 'grid', gap: 16 },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600 }
});

/** Where a delegate submits. */
export interface SubmitSectionProps {
  /** The meeting proposed for a new contribution. */
  readonly meeting: Meeting;
  /** The person is in none of the groups that submit. */
  readonly isReader: boolean;
  readonly onReceived: () => void;
  /** What the next document is to an earlier one, when the person said so. */
  readonly part: RequestedPart | undefined;
  /** Called when the documents for it are there, or the person thought better of it. */
  readonly onPartDone: () => void;
}

/** The drop zone and, below it, the documents on their way. Their form is fetched once the person comes near. */
export function SubmitSection({ meeting, isReader, onReceived, part, onPartDone }: SubmitSectionProps): React.ReactElement {
  const { group, translator } = useDesk();
  const submissions = useSubmissions(meeting.id, onReceived);
  const [refused, setRefused] = React.useState<readonly File[]>([]);
  const [isNear, setNear] = React.useState(false);
  const card = useLoaded(isNear || part !== undefined || submissions.list.length > 0 ? loadCard : notYet);
  const zone = React.useRef<HTMLDivElement>(null);
  const headingId = `desk-submit-${meeting.id}`;

  const add = (files: readonly File[]): void => {
    setRefused(files.filter((file) => problemOfFile(file) !== undefined));
    const taken = files.filter((file) => problemOfFile(file) === undefined);
    submissions.add(taken, part);
    if (taken.length > 0) {
      onPartDone();
    }
  };
  const addVersions = (id: string, files: readonly File[]): void => {
    setRefused(files.filter((file) => problemOfFile(file) !== undefined));
    submissions.addVersions(
      id,
      files.filter((file) => problemOfFile(file) === undefined)
    );
  };
  const replaceFile = (id: string, file: File): void => {
    const isTaken = problemOfFile(file) === undefined;
    setRefused(isTaken ? [] : [file]);
    if (isTaken) {
      submissions.replaceFile(id, file);
    }
  };
  const focusZone = (): void => zone.current?.querySelector('button')?.focus();
  const remove = (id: string): void => {
    submissions.remove(id);
    focusZone();
  };
  React.useEffect(() => {
    if (part !== undefined) {
      zone.current?.querySelector('button')?.focus();
    }
  }, [part]);
  return (
    <section className={styles.section} aria-labelledby={headingId} onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)} onDragEnter={() => setNear(true)}>
      <h3 id={headingId} className={styles.heading}>
        {translator.t('drop.heading')}
      </h3>
      {isReader && (
        <Notice tone="plain">
          <p>{translator.t('access.readOnly')}</p>
          <a href={`mailto:${group.secretariatAddress}`}>{translator.t('access.ask', { address: group.secretariatAddress })}</a>
        </Notice>
      )}
      {part !== undefined && (
        <Notice tone="plain" role="status" title={translator.t('part.choose')}>
          <p>
            {translator.t(`form.partKind.${part.kind}`)} · <bdi>{part.of.title ?? part.of.fileName}</bdi>
          </p>
          <DefaultButton text={translator.t('upload.cancel')} onClick={onPartDone} />
        </Notice>
      )}
      <DropZone ref={zone} onFiles={add} />
      {refused.map((file) => (
        <Notice key={file.name} tone="bad" role="alert">
          <p>{translator.t(`file.${problemOfFile(file) ?? 'empty'}`, { fileName: file.name, size: wordSize(MAXIMUM_FILE_BYTES, translator.language) })}</p>
        </Notice>
      ))}
      {submissions.list.length > 0 && card.status === 'loading' && <Skeleton lines={6} />}
      {submissions.list.length > 0 && card.status === 'failed' && <SiteProblem error={card.error} translator={translator} onRetry={card.retry} />}
      {card.status === 'ready' &&
        submissions.list.map((submission) => (
          <card.value.SubmissionCard
            key={submission.id}
            submission={submission}
            original={originalAmong(submissions.list, submission, group.languageLetters)}
            onReplaceFile={(file) => replaceFile(submission.id, file)}
            onChange={(changes) => submissions.change(submission.id, changes)}
            onSend={() => submissions.send(submission)}
            onCancel={() => submissions.cancel(submission)}
            onRemove={() => remove(submission.id)}
            versionActions={{
              add: (files) => addVersions(submission.id, files),
              chooseLanguage: (version, language) => submissions.chooseLanguage(version.id, language),
              send: (version) => submissions.sendVersion(submission, version),
              cancel: submissions.cancelVersion,
              remove: submissions.removeVersion,
              attachTo: (original) => submissions.attach(submission, original)
            }}
          />
        ))}
    </section>
  );
}
