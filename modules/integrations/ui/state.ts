import type { Tone } from '@mosty/ui-kit';
import type { ImportState } from '../contract.ts';

const AT_WORK: ReadonlySet<ImportState> = new Set(['checking', 'applying', 'undoing']);

export function isAtWork(state: ImportState): boolean {
  return AT_WORK.has(state);
}

const TONES: Readonly<Record<ImportState, Tone>> = {
  uploaded: 'warn',
  checking: 'plain',
  checked: 'warn',
  applying: 'plain',
  applied: 'accent',
  stopped: 'warn',
  undoing: 'plain',
  undone: 'faint',
  cancelled: 'faint',
  failed: 'warn',
};

export function toneOf(state: ImportState): Tone {
  return TONES[state];
}
