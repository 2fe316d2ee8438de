import type { Attention } from '../../../../rules/attention';
import type { Tone } from '../../theme/tones';

/** The tone of what a document asks for. */
export const ATTENTION_TONES: Readonly<Record<Attention, Tone>> = { overdue: 'bad', decision: 'caution', late: 'caution', attention: 'caution', publish: 'plain', none: 'good' };
