import type { ErrorRequestHandler } from 'express';
import { failure } from './log';
import type { Log } from './log';

/** Answers a failed request with its status and nothing else; what happened goes to the log. */
export function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = (error as { status?: unknown } | undefined)?.status;
    const isClientError = typeof status === 'number' && status >= 400 && status < 500;
    if (!isClientError) {
      log.error({ event: 'request.failed', ...failure(error) });
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(isClientError ? status : 500).end();
  };
}
