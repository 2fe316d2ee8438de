import * as React from 'react';
import type { Finding } from '../../../../documents/findings';
import { DefaultButton } from '../common/Button';
import { FindingList } from '../common/FindingList';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { FilePicker } from './FilePicker';

/** What was found in a file that is not sent yet. */
export interface FileFindingsProps {
  readonly findings: readonly Finding[];
  readonly onReplaceFile: (file: File) => void;
}

/** Whether something was found that keeps the secretariat from taking the document as it is. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocks');
}

/**
 * Says what was found in the file and offers to take another one. Whatever it is, the person may send it: nothing is
 * refused here, and a document that arrives in time but needs a correction has arrived in time.
 */
export function FileFindings({ findings, onReplaceFile }: FileFindingsProps): React.ReactElement | null {
  const { translator } = useDesk();
  const picker = React.useRef<HTMLInputElement>(null);
  if (findings.length === 0) {
    return null;
  }
  const blocked = isBlocked(findings);
  const onlyTells = findings.every(({ severity }) => severity === 'informs');
  return (
    <Notice
      tone={blocked ? 'bad' : onlyTells ? 'plain' : 'caution'}
      role={blocked ? 'alert' : 'status'}
      title={translator.t(blocked ? 'findings.blocks' : onlyTells ? 'findings.informs' : 'findings.asks')}
    >
      <FindingList findings={findings} />
      {blocked && <p>{translator.t('findings.sendAnyway')}</p>}
      {!onlyTells && <DefaultButton text={translator.t('findings.replaceFile')} onClick={() => picker.current?.click()} />}
      <FilePicker ref={picker} onFiles={([file]) => file !== undefined && onReplaceFile(file)} />
    </Notice>
  );
}
