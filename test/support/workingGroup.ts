import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkingGroup } from '../../src/rules/workingGroup';
import type { WorkingGroup } from '../../src/rules/workingGroup';

/** The configuration that is shipped, as JSON. */
export function shippedConfiguration(): Record<string, unknown> {
  return JSON.parse(readFileSync(join(__dirname, '../../config/working-group.json'), 'utf8')) as Record<string, unknown>;
}

/** The configuration that is shipped, with some settings changed. */
export function workingGroup(changes: Partial<WorkingGroup> = {}): WorkingGroup {
  return parseWorkingGroup({ ...shippedConfiguration(), ...changes });
}
