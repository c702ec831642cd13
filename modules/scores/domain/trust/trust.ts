import type { BusinessDate } from '@mosty/kernel/time';
import {
  ENOUGH,
  TRUST_PARTS,
  type FlagSeverity,
  type Part,
  type Row,
  type Side,
} from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { inOrder, sumOf } from '../part.ts';
import { better } from './better.ts';
import { capOf } from './cap.ts';
import { incidents } from './incidents.ts';
import { kept } from './kept.ts';
import { refunds } from './refunds.ts';
import { fitting, named, qualified } from './relevant.ts';
import { verified } from './verified.ts';

const WEIGHTS: Readonly<Record<Side, number>> = { reputation: 0.3, relevance: 0.3, reliability: 0.4 };
const FLAG_ROWS = { watch: 'flag_watch', serious: 'flag_serious', critical: 'flag_critical' } as const;

export interface Trust {
  /** Counted from however few rows; said aloud from eight on. */
  readonly trust: number;
  readonly evidenceN: number;
  readonly isEnough: boolean;
  readonly cap: number | null;
  readonly capReason: FlagSeverity | null;
  readonly sides: Readonly<Record<Side, number>>;
  readonly parts: readonly Part[];
  readonly flags: readonly Row[];
}

/** Trust = 0.30 reputation + 0.30 relevance + 0.40 reliability, under the cap of open flags (S0.12, S0.16). */
export function trustOf(facts: Facts, today: BusinessDate): Trust {
  const parts = [
    ...verified(facts),
    better(facts),
    fitting(facts),
    named(facts),
    qualified(facts),
    ...kept(facts),
    refunds(facts),
    incidents(facts, today),
  ];
  const exact = (side: Side) => {
    const own: readonly string[] = TRUST_PARTS[side];
    return Math.min(100, Math.max(0, sumOf(parts.filter(({ component }) => own.includes(component)))));
  };
  const held = capOf(facts.openFlags);
  const earned =
    WEIGHTS.reputation * exact('reputation') +
    WEIGHTS.relevance * exact('relevance') +
    WEIGHTS.reliability * exact('reliability');
  const evidenceN = parts.reduce((sum, one) => sum + one.n, 0);
  return {
    trust: Math.round(Math.min(held?.cap ?? 100, earned)),
    evidenceN,
    isEnough: evidenceN >= ENOUGH,
    cap: held?.cap ?? null,
    capReason: held?.reason ?? null,
    sides: {
      reputation: Math.round(exact('reputation')),
      relevance: Math.round(exact('relevance')),
      reliability: Math.round(exact('reliability')),
    },
    parts,
    flags: inOrder(facts.openFlags.map(({ id, on, severity }) => ({ id, on, says: FLAG_ROWS[severity] }))),
  };
}
