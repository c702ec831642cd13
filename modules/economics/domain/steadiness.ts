/** How even what a partner brings is from month to month (S3.29). A ratio, not money. */
export interface Steadiness {
  /** Whole months from the first sale on. */
  readonly months: number;
  /** Of them with a sale. */
  readonly sold: number;
  /** Deviation over the mean, in parts per million: nothing is every month the same. Null: too few months, or nothing brought. */
  readonly variationPpm: number | null;
  readonly is: 'even' | 'uneven' | 'rare' | null;
}

/** Fewer whole months say nothing of evenness. */
export const MONTHS_NEEDED = 6;
const EVEN_PPM = 500_000;
const UNEVEN_PPM = 1_000_000;

/** Of revenue by whole month, in order. Months before the first sale are the launch: payback looks at them, this does not. */
export function steadinessOf(revenueMinor: readonly bigint[]): Steadiness {
  const first = revenueMinor.findIndex((minor) => minor > 0n);
  const since = first < 0 ? [] : revenueMinor.slice(first).map(Number);
  const sold = since.filter((minor) => minor > 0).length;
  const mean = since.reduce((sum, minor) => sum + minor, 0) / Math.max(1, since.length);
  if (since.length < MONTHS_NEEDED || mean <= 0)
    return { months: since.length, sold, variationPpm: null, is: null };
  const variance = since.reduce((sum, minor) => sum + (minor - mean) ** 2, 0) / since.length;
  const variationPpm = Math.round((Math.sqrt(variance) / mean) * 1_000_000);
  const is = variationPpm <= EVEN_PPM ? 'even' : variationPpm <= UNEVEN_PPM ? 'uneven' : 'rare';
  return { months: since.length, sold, variationPpm, is };
}
