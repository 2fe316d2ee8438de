import * as v from 'valibot';
import { FINDING_SEVERITY } from '../../../../documents/findings';
import type { Finding, FindingCode } from '../../../../documents/findings';

const columnSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ code: v.string(), parameters: v.record(v.string(), v.union([v.string(), v.number()])) }))
);

/** The findings that the service recorded in a contribution's column; those of an unknown kind are passed over. */
export function parseFindings(column: string | undefined): readonly Finding[] {
  const parsed = v.safeParse(columnSchema, column);
  const known = parsed.success ? parsed.output.filter(({ code }) => Object.hasOwn(FINDING_SEVERITY, code)) : [];
  // Which parameters belong to which code is seen when the sentence is built.
  return known.map((each) => ({ ...each, severity: FINDING_SEVERITY[each.code as FindingCode] })) as unknown as readonly Finding[];
}
