/* Stands in for `@msinternal/odsp-core-bundle`: experiments are off, errors are what they are. */

/** The base of errors. */
export class CustomError extends Error {}

/** What an error says, or whatever was thrown in its place. */
export function getErrorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Nothing: what is measured of an error is not sent anywhere. */
export function getQosEndSchemaFromError(): undefined {
  return undefined;
}

/** No variant of any experiment. */
export function getVariantAndLogExposure(): undefined {
  return undefined;
}

/** No variant either. */
export function _getVariantWithoutLogging(): undefined {
  return undefined;
}

/** The path as it is: nothing is versioned here. */
export function getPrimaryVersionedPath(path: string): string {
  return path;
}

export const KillSwitch = { isActivated: (): boolean => false };

export const FeatureOverrides = { isFeatureEnabled: (): boolean => false };
