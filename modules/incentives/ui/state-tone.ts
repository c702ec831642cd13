import type { Tone } from '@mosty/ui-kit';
import type { AccrualRow } from '../contract.ts';

export const STATE_TONE: Readonly<Record<AccrualRow['state'], Tone>> = {
  pending: 'plain',
  on_hold: 'risk',
  approved: 'accent',
  paid: 'faint',
  waived: 'faint',
  reversed: 'faint',
};
