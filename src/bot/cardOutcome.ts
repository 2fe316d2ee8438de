import type { DeskCard } from './cards/deskCard';

/** What becomes of a card whose form or button was sent. */
export type CardOutcome =
  /** Another card takes its place. */
  | { readonly kind: 'card'; readonly card: DeskCard }
  /** The card stays as it is, with what was typed. */
  | { readonly kind: 'message'; readonly text: string };
