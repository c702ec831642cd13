import type { Comparison, PilotMetric } from '../contract/pilot.ts';

export interface PilotFacts {
  readonly registeredDeals: bigint;
  readonly wonDeals: bigint;
  readonly sales: bigint;
  readonly paidMinor: bigint;
  readonly refundMinor: bigint;
  /** What the sales cost us. */
  readonly costMinor: bigint;
  readonly rewardMinor: bigint;
  /** What was spent on the partner beside rewards. */
  readonly spentMinor: bigint;
}

export interface Economics {
  readonly volume: number;
  readonly budgetMinor: bigint;
  readonly priceMinor: bigint;
  readonly costMinor: bigint;
  readonly rewardMinor: bigint;
}

/** What all agreed sales bring and cost; what they leave after the budget below zero begins no pilot (S0.44). */
export function planned({ volume, priceMinor, costMinor, rewardMinor, budgetMinor }: Economics) {
  const sales = BigInt(volume);
  return {
    paidMinor: sales * priceMinor,
    costMinor: sales * costMinor,
    rewardMinor: sales * rewardMinor,
    marginMinor: sales * (priceMinor - costMinor - rewardMinor) - budgetMinor,
  };
}

/** What was left in fact. */
export function marginOf(facts: PilotFacts): bigint {
  return facts.paidMinor - facts.refundMinor - facts.costMinor - facts.rewardMinor - facts.spentMinor;
}

/** Parts per million of what was paid that went back; nothing paid, nothing went back. Rounded up: against us. */
export function refundPpm({ paidMinor, refundMinor }: PilotFacts): bigint {
  if (paidMinor <= 0n) return refundMinor > 0n ? 1_000_000n : 0n;
  return (refundMinor * 1_000_000n + paidMinor - 1n) / paidMinor;
}

export function measure(metric: PilotMetric, facts: PilotFacts): bigint {
  switch (metric) {
    case 'registered_deals':
      return facts.registeredDeals;
    case 'won_deals':
      return facts.wonDeals;
    case 'sales':
      return facts.sales;
    case 'paid_minor':
      return facts.paidMinor;
    case 'refund_ppm':
      return refundPpm(facts);
    case 'spent_minor':
      return facts.spentMinor;
    case 'margin_minor':
      return marginOf(facts);
  }
}

export function isMet(
  { comparison, target }: { readonly comparison: Comparison; readonly target: bigint },
  found: bigint,
): boolean {
  return comparison === 'at_least' ? found >= target : found <= target;
}

/** A result is honest when the days are over or the whole volume is taken: two lucky sales are not yet one. */
export function isOver(
  pilot: { readonly volume: number; readonly endsOn: string },
  facts: PilotFacts,
  today: string,
): boolean {
  return today > pilot.endsOn || facts.sales >= BigInt(pilot.volume);
}
