import type { Round } from '@mosty/identity';
import { acceptSilentStatements } from './answer-statement.ts';

/** Silence is consent once the last day to object is over. */
export const takeSilence: Round = { name: 'payouts.take_silence', run: acceptSilentStatements };
