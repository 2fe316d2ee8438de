import type { Finding } from '../../../../documents/findings';
import type { FindingKey } from '../../../../messages/loadFindings';
import type { Translator } from '../../../../messages/translator';

/**
 * What was found and what to do, in the person's language, as plain text.
 * @returns undefined when a value is missing: the column of findings is JSON that anybody who may edit can write
 */
export function wordFinding({ code, parameters }: Finding, translator: Translator<FindingKey>): string | undefined {
  try {
    return translator.t(`finding.${code}`, { ...parameters });
  } catch {
    return undefined;
  }
}
