/** What a key asks of the list. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: number; readonly extends: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'select' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'expand' }
  | { readonly kind: 'collapse' }
  | { readonly kind: 'leave' };

/** Where the keyboard is in the list. */
export interface GridPlace {
  /** The row that has the focus. */
  readonly index: number;
  readonly count: number;
  /** So many rows are seen at once. */
  readonly page: number;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * What a key means in the list, by the pattern of a treegrid whose rows take the focus: arrows, Home, End and the page keys
 * move, with Shift they select on the way; Enter opens, Space selects, Escape leaves; the arrow that points into a section opens it.
 * Source: WAI-ARIA Authoring Practices, "Treegrid Pattern".
 * @returns undefined for a key that is not the list's
 */
export function gridCommand({ key, shiftKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>, { index, count, page, direction }: GridPlace): GridCommand | undefined {
  const move = (to: number): GridCommand => ({ kind: 'move', to: Math.max(0, Math.min(count - 1, to)), extends: shiftKey });
  if (ctrlKey || metaKey) {
    return key.toLowerCase() === 'a' ? { kind: 'selectAll' } : undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return move(index + 1);
    case 'ArrowUp':
      return move(index - 1);
    case 'PageDown':
      return move(index + page);
    case 'PageUp':
      return move(index - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case 'Enter':
      return { kind: 'open' };
    case ' ':
      return { kind: 'select' };
    case 'Escape':
      return { kind: 'leave' };
    case 'ArrowRight':
      return { kind: direction === 'ltr' ? 'expand' : 'collapse' };
    case 'ArrowLeft':
      return { kind: direction === 'ltr' ? 'collapse' : 'expand' };
    default:
      return undefined;
  }
}
