import type { DetectorCode } from '../contract/signs.ts';
import type { Facts, Finding, Given } from './facts.ts';

/**
 * One sign of toxicity. Pure: facts in, findings out. `thresholds` are what a company may change; a name ends in its
 * unit. Words of a detector (what it looks for, when it is wrong, what would clear it) stand in `ui/words`.
 */
export interface Detector<Of extends keyof Facts = keyof Facts> {
  readonly code: DetectorCode;
  readonly reads: readonly Of[];
  /** A state has no time: what was explained of it stays explained. */
  readonly isState: boolean;
  readonly thresholds: Readonly<Record<string, number>>;
  find(facts: Pick<Facts, Of>, given: Given): Finding[];
}

export function detector<Of extends keyof Facts>(told: Detector<Of>): Detector<Of> {
  return told;
}

export const DAY_MS = 86_400_000;
/** Evidence kept with a flag: enough to be convinced, not an export. */
export const ROWS_MOST = 50;

export const ppm = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1_000_000);

/**
 * By how many standard deviations a share lies above one's own earlier share. One more of either is added to the past:
 * a short past is not certain of itself.
 */
export function aboveBaseline(
  now: { readonly part: number; readonly whole: number },
  before: { readonly part: number; readonly whole: number },
): number {
  if (now.whole === 0) return 0;
  const usual = (before.part + 1) / (before.whole + 2);
  const spread = Math.sqrt((usual * (1 - usual)) / now.whole + (usual * (1 - usual)) / (before.whole + 2));
  return (now.part / now.whole - usual) / spread;
}

export const unpaidOf = (
  sales: readonly { readonly unpaidMinor: bigint; readonly currency: string }[],
  currency: string,
): bigint => sales.reduce((sum, sale) => (sale.currency === currency ? sum + sale.unpaidMinor : sum), 0n);

/** Days ago, as whole days of 24 hours. */
export const agedDays = (at: Date, now: Date): number => (now.getTime() - at.getTime()) / DAY_MS;

export function byPartner<F extends { readonly partnerId: string }>(facts: readonly F[]): [string, F[]][] {
  return [...Map.groupBy(facts, (fact) => fact.partnerId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
