import type { Tone } from '@mosty/ui-kit';
import type { ClaimState } from '../contract.ts';

export const STATE_TONE: Readonly<Record<ClaimState, Tone>> = {
  open: 'warn',
  answered: 'warn',
  upheld: 'accent',
  rejected: 'plain',
  withdrawn: 'faint',
};
