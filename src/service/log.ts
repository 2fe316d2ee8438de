import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { SiteError } from '../site/errors';

/** One JSON line an event, on standard output. Never the content of documents, titles, names or addresses of people. */
export type Log = Logger;

/**
 * The service's log.
 * @param level the least severe level that is written
 * @param destination standard output when absent
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: { app: 'contribution-desk' }, timestamp: pino.stdTimeFunctions.isoTime };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What a log line says about a failure: its kind and codes, and for our own errors their sentence. A foreign error's
 * message can quote what a person wrote, so only its name and stack frames are kept.
 */
export function failure(error: unknown): Record<string, unknown> {
  if (error instanceof SiteError) {
    return { error: error.name, kind: error.kind, status: error.status, code: error.code, reason: error.message };
  }
  if (error instanceof Error) {
    return { error: error.name, at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 5).map((line) => line.trim()) };
  }
  return { error: typeof error };
}
