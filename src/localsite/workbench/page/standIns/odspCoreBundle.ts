/* Stands in for `@msinternal/odsp-core-bundle`: experiments are off, errors are what they are. */

export class CustomError extends Error {}

export function getErrorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function getQosEndSchemaFromError(): undefined {
  return undefined;
}

export function getVariantAndLogExposure(): undefined {
  return undefined;
}

export function _getVariantWithoutLogging(): undefined {
  return undefined;
}

export function getPrimaryVersionedPath(path: string): string {
  return path;
}

export const KillSwitch = { isActivated: (): boolean => false };

export const FeatureOverrides = { isFeatureEnabled: (): boolean => false };
