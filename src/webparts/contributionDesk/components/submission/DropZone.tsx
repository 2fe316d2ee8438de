import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordSize } from '../../../../messages/size';
import { useFileDrop } from '../../hooks/useFileDrop';
import { PrimaryButton } from '../common/Button';
import { Icon } from '../common/Icon';
import { useDesk } from '../deskContext';
import { MAXIMUM_FILE_BYTES } from './fileLimits';
import { FilePicker } from './FilePicker';

const styles = mergeStyleSets({
  zone: {
    display: 'grid',
    justifyItems: 'center',
    gap: 8,
    padding: '24px 20px',
    border: '2px dashed var(--desk-strong-line)',
    borderRadius: 6,
    background: 'var(--desk-raised)',
    textAlign: 'center',
    selectors: { p: { margin: 0 } }
  },
  over: { borderColor: 'var(--desk-accent)', borderStyle: 'solid' },
  instruction: { fontSize: 16, lineHeight: 22, fontWeight: 600 },
  formats: { fontSize: 13, lineHeight: 18, color: 'var(--desk-quiet)', maxWidth: '60ch' }
});

/** Takes documents by dragging, by the file picker or from the clipboard. */
export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
}

/** The place to drop documents on, with a button for everybody who does not drag. */
export const DropZone = React.forwardRef<HTMLDivElement, DropZoneProps>(function DropZone({ onFiles }, ref) {
  const { translator } = useDesk();
  const picker = React.useRef<HTMLInputElement>(null);
  const { isOver, dropHandlers } = useFileDrop(onFiles);
  return (
    <div ref={ref} className={`${styles.zone} ${isOver ? styles.over : ''}`} data-testid="drop-zone" {...dropHandlers}>
      <Icon name="upload" size={32} />
      <p className={styles.instruction}>{translator.t(isOver ? 'drop.release' : 'drop.instruction')}</p>
      <PrimaryButton text={translator.t('drop.browse')} onClick={() => picker.current?.click()} />
      <p className={styles.formats}>{translator.t('drop.formats', { size: wordSize(MAXIMUM_FILE_BYTES, translator.language) })}</p>
      <FilePicker ref={picker} multiple onFiles={onFiles} />
    </div>
  );
});
