import * as React from 'react';
import { DefaultButton } from '../common/Button';
import { useDesk } from '../deskContext';

/** Puts a text on the clipboard and says whether it worked: hosts may forbid it. */
export function CopyButton({ text }: { readonly text: string }): React.ReactElement {
  const { translator } = useDesk();
  const [outcome, setOutcome] = React.useState<'receipt.copied' | 'receipt.copyFailed'>();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('receipt.copied'),
      () => setOutcome('receipt.copyFailed')
    );
  };
  return (
    <>
      <DefaultButton text={translator.t('receipt.copy')} onClick={copy} />
      <span role="status" style={{ alignSelf: 'center' }}>
        {outcome === undefined ? '' : translator.t(outcome)}
      </span>
    </>
  );
}
