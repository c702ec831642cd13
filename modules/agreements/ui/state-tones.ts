import type { Tone } from '@mosty/ui-kit';
import type { AgreementCard } from '../contract.ts';

export const STATE_TONES: Record<AgreementCard['state'], Tone> = {
  draft: 'warn',
  accepted: 'warn',
  launched: 'accent',
  ended: 'faint',
};
