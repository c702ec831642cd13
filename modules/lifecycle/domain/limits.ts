import type { Limited, Path, Stage } from '../contract/stages.ts';

/** The most of each; null: not limited. Money in the currency of the version. */
export interface Limit {
  readonly dealsMax: number | null;
  readonly accruedMinorMax: bigint | null;
  readonly discountPpmMax: bigint | null;
}
export type Limits = Readonly<Record<Limited, Limit>>;

/**
 * Until the company says its own. The start of the scaled path is the method's (10 deals or 50 000). A launch is there to
 * learn on a handful, a pilot to see a few dozen by its locked criteria; discounts are given by those who are trusted.
 */
export const SHIPPED_LIMITS: Limits = {
  launch: { dealsMax: 5, accruedMinorMax: 50_000_00n, discountPpmMax: 100_000n },
  pilot: { dealsMax: 20, accruedMinorMax: 200_000_00n, discountPpmMax: 150_000n },
  start: { dealsMax: 10, accruedMinorMax: 50_000_00n, discountPpmMax: null },
};

export interface Stood {
  readonly path: Path;
  readonly stage: Stage;
  /** Taken as it is by a person who answers for that: the look has been made. */
  readonly takenOver: boolean;
  readonly looked: boolean;
}

/** Whose limits hold a partner back where it stands (S0.17, S0.18). None: it is trusted, or it does nothing yet. */
export function limitedBy({ path, stage, takenOver, looked }: Stood): Limited[] {
  const piloted = path === 'standard' || path === 'scaled';
  const starts = path === 'scaled' && !takenOver && !looked;
  if (piloted && stage === 'agreed' && !takenOver) return starts ? ['launch', 'start'] : ['launch'];
  if (piloted && (stage === 'launch' || stage === 'pilot')) return starts ? [stage, 'start'] : [stage];
  const works = stage === 'working' || stage === 'paused' || stage === 'review';
  return starts && works ? ['start'] : [];
}

/** Of several the stricter counts, line by line. */
export function strictest(limits: readonly Limit[]): Limit {
  const least = <T extends number | bigint>(values: readonly (T | null)[]): T | null =>
    values.reduce<T | null>(
      (low, value) => (value !== null && (low === null || value < low) ? value : low),
      null,
    );
  return {
    dealsMax: least(limits.map((one) => one.dealsMax)),
    accruedMinorMax: least(limits.map((one) => one.accruedMinorMax)),
    discountPpmMax: least(limits.map((one) => one.discountPpmMax)),
  };
}
