import { PPM } from '@mosty/kernel/money';
import { drawsOf } from './risk/draws.ts';
import { paidMonths, type TwoWays, type Way } from './risk/paid-months.ts';
import { barsOf, spreadOf, type Bar, type Spread } from './risk/spread.ts';

export type { TwoWays, Way } from './risk/paid-months.ts';

/** How many futures are imagined, unless the network is large. */
export const RUNS = 2_000;
/** Months drawn in one answer, about half a second of them: nobody else is answered meanwhile. */
export const DRAWS_MOST = 7_200_000;
/** Partners above this are left out, the smallest first; said beside the answer. */
export const PARTNERS_MOST = 1_000;
/** Below either of them the answer says that there is little to go by. */
export const ENOUGH = { months: 6, partnerMonths: 30 } as const;
const BARS = 36;

export interface RiskSetting extends TwoWays {
  /** How many months ahead. */
  readonly months: number;
  readonly seed: number;
  readonly runs?: number;
}

export interface WayTold {
  /** By the company to all partners over the months ahead. */
  readonly paid: Spread;
  /** Of it, fixed sums of months without a sale: the company's risk. */
  readonly unsold: Spread;
  /** Months of a partner that were paid less than the least: the partners' risk. */
  readonly thin: Spread;
}

export interface RiskTold extends Readonly<Record<Way, WayTold>> {
  readonly runs: number;
  readonly partners: number;
  /** Months of partners there were to draw from. */
  readonly partnerMonths: number;
  /** Months of partners ahead: what `thin` is out of. */
  readonly monthsAhead: number;
  /** In how many futures the hybrid cost the company more. */
  readonly hybridDearer: number;
  /** The percent alone that would have cost as much on the months there were; null where nothing was sold. */
  readonly equalRatePpm: bigint | null;
  readonly bars: readonly Bar<Way>[];
}

/**
 * Imagines the months ahead by drawing, for each partner, months of its own (S1.36–38): the same draws are paid both ways,
 * so that the two differ by nothing but the terms. Partners are drawn apart from each other, months apart from months:
 * a bad year for everybody at once is rarer here than in life.
 */
export function weighRisk(soldMinor: readonly (readonly bigint[])[], setting: RiskSetting): RiskTold {
  const known = soldMinor.filter((months) => months.length > 0).map((months) => paidMonths(months, setting));
  const runs = setting.runs ?? runsOf(known.length * setting.months);
  const drawn = () => new Float64Array(runs);
  const paid = { hybrid: drawn(), flat: drawn() };
  const thin = { hybrid: drawn(), flat: drawn() };
  const unsold = drawn();
  const draw = drawsOf(setting.seed);
  for (let run = 0; run < runs; run += 1) {
    let [hybrid, flat, idle, thinHybrid, thinFlat] = [0, 0, 0, 0, 0];
    for (const of of known) {
      for (let month = 0; month < setting.months; month += 1) {
        const at = Math.floor(draw() * of.months);
        hybrid += of.paid.hybrid[at] ?? 0;
        flat += of.paid.flat[at] ?? 0;
        idle += of.unsold[at] ?? 0;
        thinHybrid += of.thin.hybrid[at] ?? 0;
        thinFlat += of.thin.flat[at] ?? 0;
      }
    }
    paid.hybrid[run] = hybrid;
    paid.flat[run] = flat;
    unsold[run] = idle;
    thin.hybrid[run] = thinHybrid;
    thin.flat[run] = thinFlat;
  }
  const told = (way: Way): WayTold => ({
    paid: spreadOf(paid[way]),
    unsold: spreadOf(way === 'hybrid' ? unsold : drawn()),
    thin: spreadOf(thin[way]),
  });
  const [hybrid, flat] = [told('hybrid'), told('flat')];
  return {
    hybrid,
    flat,
    runs,
    partners: known.length,
    partnerMonths: known.reduce((sum, { months }) => sum + months, 0),
    monthsAhead: known.length * setting.months,
    hybridDearer: paid.hybrid.filter((minor, run) => minor > (paid.flat[run] ?? 0)).length,
    equalRatePpm: equalRate(soldMinor, setting),
    bars: known.length === 0 ? [] : barsOf<Way>({ hybrid: paid.hybrid, flat: paid.flat }, BARS),
  };
}

/** Fewer futures of a larger network; how many stands beside the answer. */
function runsOf(monthsAhead: number): number {
  return Math.min(RUNS, Math.max(1, Math.floor(DRAWS_MOST / Math.max(1, monthsAhead))));
}

function equalRate(soldMinor: readonly (readonly bigint[])[], ways: TwoWays): bigint | null {
  const months = soldMinor.flat();
  const sold = months.reduce((sum, minor) => sum + minor, 0n);
  if (sold <= 0n) return null;
  return ways.hybridRatePpm + (ways.fixedMinor * BigInt(months.length) * PPM) / sold;
}
