/** What provisioning can make or check. */
export type ProvisionedKind = 'list' | 'column' | 'versionHistory' | 'group' | 'permission' | 'configuration' | 'demo';

/** What it found: it made it, it was there as it should be, it added what was lacking, or it is there and differs (and was left as it is). */
export type ProvisioningState = 'created' | 'present' | 'extended' | 'differs';

/** One thing that provisioning made or checked. */
export interface ProvisioningEntry {
  readonly kind: ProvisionedKind;
  /** E.g. `Meetings`, `Meetings.MeetingStart`, `Meetings: Delegates`. */
  readonly name: string;
  readonly state: ProvisioningState;
  /** For what differs: what is there, what should be, and what to do; for what was extended: by what. */
  readonly advice?: string;
}

/** Everything that provisioning made or checked, in its order. */
export type ProvisioningReport = readonly ProvisioningEntry[];
