import * as React from 'react';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';

/** Why the place that a link leads to cannot be shown. */
export type LinkedProblemKind = 'meetingUnknown' | 'contributionUnknown' | 'withdrawn' | 'notPublished';

/** Says why the place that a link leads to cannot be shown, and what to do. */
export function LinkedProblem({ kind, onClose }: { readonly kind: LinkedProblemKind; readonly onClose: () => void }): React.ReactElement {
  const { translator } = useDesk();
  return (
    <Notice tone="caution" title={translator.t(`tab.${kind}`)} role="alert">
      <p>{translator.t(`tab.${kind}.next`)}</p>
      <DefaultButton text={translator.t('mine.close')} onClick={onClose} />
    </Notice>
  );
}
