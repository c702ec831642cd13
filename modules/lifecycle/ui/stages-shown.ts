import type { Tone } from '@mosty/ui-kit';
import type { Stage } from '../contract.ts';

/** Columns of the board; whoever is out of the way stands behind a link. */
export const ON_THE_WAY = [
  'mention',
  'candidate',
  'talking',
  'checking',
  'approved',
  'agreed',
  'launch',
  'pilot',
  'working',
  'paused',
  'review',
  'leaving',
] as const satisfies readonly Stage[];
export const OUT = ['ended', 'declined', 'stop_listed'] as const satisfies readonly Stage[];

/** Aside of the way: a pause, a review and the ways out. */
export const ASIDE: ReadonlySet<Stage> = new Set(['paused', 'review', 'leaving', 'declined', 'stop_listed']);

const TONES: Partial<Record<Stage, Tone>> = {
  working: 'accent',
  review: 'risk',
  stop_listed: 'risk',
  paused: 'warn',
  leaving: 'warn',
  ended: 'faint',
  declined: 'faint',
};
export const toneOf = (stage: Stage): Tone => TONES[stage] ?? 'plain';

/** What a dragged card carries. */
export const CARRIES = 'application/x-mosty-partner';
