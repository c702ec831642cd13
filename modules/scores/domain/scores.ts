import type { BusinessDate } from '@mosty/kernel/time';
import type { Basis } from '../contract/parts.ts';
import type { Facts } from './facts.ts';
import { pulseOf } from './pulse/pulse.ts';
import { silenceOf, type SilenceOf } from './silence/silence.ts';
import { trustOf, type Trust } from './trust/trust.ts';

export interface Scores {
  readonly trust: Trust;
  readonly pulse: number | null;
  readonly silence: SilenceOf;
  readonly basis: Basis;
}

/** All three of one partner on a day. The same rows in any order give the same. */
export function scoresFrom(facts: Facts, today: BusinessDate): Scores {
  const trust = trustOf(facts, today);
  const silence = silenceOf(facts, today);
  const { pulse, parts } = pulseOf(facts, silence, today);
  return {
    trust,
    pulse,
    silence,
    basis: {
      sides: trust.sides,
      trust: [...trust.parts],
      flags: [...trust.flags],
      pulse: [...parts],
      signals: [...silence.signals],
    },
  };
}
