import * as React from 'react';
import type { WebPartKey } from '../../../../messages/loadMessages';
import type { Translator } from '../../../../messages/translator';
import { DefaultButton } from './Button';
import { problemKind } from './problemKind';
import { Notice } from './Notice';

/** What went wrong, and what to do about it. */
export interface SiteProblemProps {
  readonly error: unknown;
  /** Given, because texts are there before the desk is loaded. */
  readonly translator: Translator<WebPartKey>;
  /** The secretariat's address, once the configuration is known. */
  readonly secretariatAddress?: string;
  readonly onRetry?: () => void;
  /** What the button says instead of "Try again". */
  readonly retryText?: string;
  /** Further words between what happened and the button. */
  readonly children?: React.ReactNode;
}

/** Says in the person's language what the site refused or why it cannot be reached, and offers to try again. */
export function SiteProblem({ error, translator, secretariatAddress, onRetry, retryText, children }: SiteProblemProps): React.ReactElement {
  const kind = problemKind(error);
  return (
    <Notice tone={kind === 'throttled' || kind === 'unreachable' ? 'caution' : 'bad'} title={translator.t(`error.${kind}`)} role="alert">
      <p>{translator.t(`error.${kind}.next`)}</p>
      {children}
      {secretariatAddress !== undefined && kind === 'notAllowed' && <a href={`mailto:${secretariatAddress}`}>{secretariatAddress}</a>}
      {onRetry !== undefined && <DefaultButton text={retryText ?? translator.t('retry')} onClick={onRetry} />}
    </Notice>
  );
}
