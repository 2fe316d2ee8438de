import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import * as React from 'react';
import { wordSize } from '../../../../messages/size';
import { DefaultButton } from '../common/Button';
import { VisuallyHidden } from '../common/VisuallyHidden';
import { useDesk } from '../deskContext';
import { wordShare } from './wordShare';

/** How much of a document is sent. */
export interface UploadProgressProps {
  readonly fileName: string;
  readonly sent: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** Shows how much is sent. Every quarter of it is read out, not every step. */
export function UploadProgress({ fileName, sent, total, onCancel }: UploadProgressProps): React.ReactElement {
  const { translator } = useDesk();
  const share = total === 0 ? 0 : Math.min(1, sent / total);
  return (
    <div>
      <ProgressIndicator
        label={translator.t('upload.sending', { fileName })}
        description={translator.t('upload.amount', { sent: wordSize(sent, translator.language), total: wordSize(total, translator.language) })}
        percentComplete={share}
        ariaValueText={wordShare(share, translator.language)}
      />
      <VisuallyHidden role="status">{translator.t('upload.progress', { percent: wordShare(Math.floor(share * 4) / 4, translator.language) })}</VisuallyHidden>
      <DefaultButton text={translator.t('upload.cancel')} onClick={onCancel} />
    </div>
  );
}
