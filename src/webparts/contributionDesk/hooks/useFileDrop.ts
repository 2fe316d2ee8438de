import * as React from 'react';

/** What a drop target needs. */
export interface FileDrop {
  /** Files are being dragged over it. */
  readonly isOver: boolean;
  readonly dropHandlers: Pick<React.DOMAttributes<HTMLElement>, 'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop'>;
}

/**
 * Takes files that are dropped on an element or pasted anywhere on the page. A drop beside the element does nothing:
 * by default the browser would leave the page for the file, and what was typed would be gone.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): FileDrop {
  const [depth, setDepth] = React.useState(0);
  const take = React.useRef(onFiles);
  take.current = onFiles;

  React.useEffect(() => {
    const ignore = (event: DragEvent): void => {
      if (hasFiles(event.dataTransfer)) {
        event.preventDefault();
      }
    };
    const paste = ({ clipboardData }: ClipboardEvent): void => {
      const files = Array.from(clipboardData?.files ?? []);
      if (files.length > 0) {
        take.current(files);
      }
    };
    window.addEventListener('dragover', ignore);
    window.addEventListener('drop', ignore);
    document.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', ignore);
      window.removeEventListener('drop', ignore);
      document.removeEventListener('paste', paste);
    };
  }, []);

  return {
    isOver: depth > 0,
    dropHandlers: {
      // Entering a child is reported before leaving its parent, so the two are counted.
      onDragEnter: ({ dataTransfer }) => hasFiles(dataTransfer) && setDepth((count) => count + 1),
      onDragLeave: ({ dataTransfer }) => hasFiles(dataTransfer) && setDepth((count) => Math.max(0, count - 1)),
      onDragOver: (event) => {
        if (hasFiles(event.dataTransfer)) {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }
      },
      onDrop: (event) => {
        event.preventDefault();
        setDepth(0);
        take.current(Array.from(event.dataTransfer.files));
      }
    }
  };
}

function hasFiles(data: DataTransfer | null): boolean {
  return data !== null && Array.from(data.types).includes('Files');
}
