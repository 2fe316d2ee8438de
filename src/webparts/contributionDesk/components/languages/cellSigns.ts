import type { Tone } from '../../theme/tones';
import type { IconName } from '../common/Icon';
import type { CellState } from './translationRows';

/** How each state of the matrix is drawn: a shape of its own, and a colour beside it. */
export const CELL_SIGNS: Readonly<Record<CellState, { readonly icon: IconName; readonly tone: Tone | undefined }>> = {
  due: { icon: 'circle', tone: 'plain' },
  overdue: { icon: 'error', tone: 'bad' },
  inTranslation: { icon: 'clock', tone: 'caution' },
  available: { icon: 'check', tone: 'good' },
  supplied: { icon: 'person', tone: 'good' },
  original: { icon: 'document', tone: undefined },
  notDue: { icon: 'dash', tone: undefined }
};
