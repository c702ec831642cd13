import { parseDecimal } from '@mosty/kernel/money';
import { readAmount } from '@mosty/ui-kit';
import type { Comparison, PilotMetric } from '../contract.ts';

/** In what a metric is told: a number of things, money, or a share of what was paid. */
export type Unit = 'count' | 'money' | 'share';

export function unitOf(metric: PilotMetric): Unit {
  if (metric === 'refund_ppm') return 'share';
  return metric.endsWith('_minor') ? 'money' : 'count';
}

/** What is usually asked: of costs and refunds no more, of the rest no less. */
export function usualComparison(metric: PilotMetric): Comparison {
  return metric === 'refund_ppm' || metric === 'spent_minor' ? 'at_most' : 'at_least';
}

const PPM_OF_PERCENT = 10_000;
const FINEST_SCALE = 4;

/** What somebody typed as a target, in the units of the metric; null where it is none. */
export function readTarget(metric: PilotMetric, typed: string, currency: string): number | null {
  const unit = unitOf(metric);
  if (unit === 'money') return readAmount(typed, currency);
  const decimal = parseDecimal(typed.trim(), typed.includes(',') ? ',' : '.');
  if (!decimal || decimal.digits < 0n) return null;
  if (unit === 'count') return decimal.scale === 0 ? Number(decimal.digits) : null;
  if (decimal.scale > FINEST_SCALE) return null;
  const ppm = Number(decimal.digits) * (PPM_OF_PERCENT / 10 ** decimal.scale);
  return ppm <= 1_000_000 ? ppm : null;
}
