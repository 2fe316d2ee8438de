import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import type { UploadProgressInit } from './fetchWithProgress';

/** What PnPjs' methods have no parameter for. */
export interface SendingOptions {
  readonly signal: AbortSignal | undefined;
  readonly onUploadProgress: UploadProgressInit['onUploadProgress'];
}

/** A behaviour that gives all requests of an object a signal to stop them and a report of their upload's progress. */
export function sentWith({ signal, onUploadProgress }: SendingOptions): TimelinePipe<Queryable<unknown>> {
  return (instance) => {
    instance.on.pre(async (url, init, result) => {
      const withOptions: UploadProgressInit = {
        ...init,
        ...(signal === undefined ? {} : { signal }),
        ...(onUploadProgress === undefined ? {} : { onUploadProgress })
      };
      return [url, withOptions, result];
    });
    return instance;
  };
}
