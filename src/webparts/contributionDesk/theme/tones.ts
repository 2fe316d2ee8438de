import type { Standing } from '../../../rules/contribution';

/** What a coloured panel or badge says beyond its words. The words always say it as well. */
export type Tone = 'good' | 'caution' | 'bad' | 'plain';

/** The tone of each standing. */
export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  translated: 'good',
  delayed: 'caution',
  held: 'bad',
  information: 'plain'
};

/** Background, edge and text of a tone, as styles. The edge also shows where a system forces its own colours. */
export function toneStyle(tone: Tone): { background: string; color: string; borderColor: string } {
  return { background: `var(--desk-${tone})`, color: 'var(--desk-tone-text)', borderColor: `var(--desk-${tone}-edge)` };
}
