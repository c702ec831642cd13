import { defineNames } from '@mosty/identity';
import { partnersOfFlags } from '../store/flag-lists.ts';

/** The journal calls a flag by its partner: what it is about stands beside it. */
for (const noun of ['flag', 'incident', 'breach'] as const) defineNames(noun, partnersOfFlags);
