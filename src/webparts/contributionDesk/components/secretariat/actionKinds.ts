import { isCountedPart } from '../../../../rules/numbering';
import type { Meeting } from '../../../../rules/meeting';
import type { Dossier } from './dossier';

/** What the secretariat can do with a document. `takeBack` accepts what was withdrawn; `keep` and `apply` answer what a moved meeting would take away. */
export type ActionKind = 'keep' | 'apply' | 'publish' | 'accept' | 'number' | 'admit' | 'hold' | 'release' | 'reassign' | 'withdraw' | 'takeBack';

/** The actions that the working methods want a reason for. */
export const NEEDS_REASON: ReadonlySet<ActionKind> = new Set(['keep', 'apply', 'admit', 'hold', 'release', 'reassign', 'withdraw']);

/** The actions before which findings that block are to be confirmed. */
export const ASKS_ABOUT_FINDINGS: ReadonlySet<ActionKind> = new Set(['publish', 'accept']);

/** The actions that make sense in a document's state, the one that it waits for first. */
export function actionsFor({ contribution, attention, question, decided }: Dossier, meeting: Meeting | undefined): ActionKind[] {
  const { docStatus, standing, docNumber, partKind } = contribution;
  if (docStatus === 'withdrawn') {
    return ['takeBack'];
  }
  if (docStatus === 'published') {
    return ['withdraw'];
  }
  const isHeld = standing === 'held' || decided.status === 'held' || docStatus === 'held';
  const canBeNumbered = docNumber === undefined && (partKind === undefined || isCountedPart(partKind));
  const isCancelled = meeting?.status === 'cancelled';
  const wanted: readonly (ActionKind | false)[] = [
    question !== undefined && 'keep',
    question !== undefined && 'apply',
    isHeld && meeting?.status === 'planned' && 'admit',
    decided.status === 'held' && 'release',
    (isCancelled || meeting === undefined) && 'reassign',
    attention === 'attention' && !isHeld && 'accept',
    !isHeld && !isCancelled && meeting !== undefined && 'publish',
    attention !== 'attention' && !isHeld && docStatus !== 'accepted' && 'accept',
    canBeNumbered && 'number',
    decided.status !== 'held' && meeting !== undefined && 'hold',
    !isCancelled && meeting !== undefined && 'reassign',
    'withdraw'
  ];
  return wanted.filter((kind): kind is ActionKind => kind !== false);
}
