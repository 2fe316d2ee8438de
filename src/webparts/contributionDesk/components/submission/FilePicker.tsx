import * as React from 'react';
import { ACCEPTED_FILES } from './fileLimits';

/** What is done with the files. */
export interface FilePickerProps {
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own file picker, without a look of its own: a button beside it opens it with `click()`. */
export const FilePicker = React.forwardRef<HTMLInputElement, FilePickerProps>(function FilePicker({ multiple, onFiles }, ref) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={multiple}
      accept={ACCEPTED_FILES}
      onChange={({ target }) => {
        onFiles(Array.from(target.files ?? []));
        // Otherwise choosing the same file again would be no change.
        target.value = '';
      }}
    />
  );
});
