import { appendFileSync, writeFileSync } from 'node:fs';

/** Something that somebody was told had been done; times are the site's. */
export type Acknowledgement =
  | { readonly kind: 'uploaded'; readonly id: number; readonly name: string; readonly sha256: string; readonly from: string; readonly to: string }
  | { readonly kind: 'described'; readonly id: number; readonly meetingId: number; readonly purpose: 'action' | 'information' }
  | { readonly kind: 'published'; readonly id: number; readonly number: number }
  | { readonly kind: 'wished'; readonly meetingId: number; readonly delegation: string; readonly language: string; readonly isWanted: boolean };

/** Something of which nobody was told whether it was done: it may be there once, or not. */
export type Attempt = { readonly kind: 'upload'; readonly name: string } | { readonly kind: 'wish'; readonly meetingId: number; readonly delegation: string; readonly language: string };

/** The log of what was acknowledged, in memory and, for whoever looks into a failure, in a file with a line each. */
export class Journal {
  public readonly acknowledged: Acknowledgement[] = [];
  public readonly attempted: Attempt[] = [];

  public constructor(private readonly path: string) {
    writeFileSync(path, '');
  }

  public acknowledge(entry: Acknowledgement): void {
    this.acknowledged.push(entry);
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }

  public attempt(entry: Attempt): void {
    this.attempted.push(entry);
    appendFileSync(this.path, `${JSON.stringify({ ...entry, kind: `attempted ${entry.kind}` })}\n`);
  }

  /** Of one kind, in their order. */
  public of<Kind extends Acknowledgement['kind']>(kind: Kind): Extract<Acknowledgement, { kind: Kind }>[] {
    return this.acknowledged.filter((entry): entry is Extract<Acknowledgement, { kind: Kind }> => entry.kind === kind);
  }
}
