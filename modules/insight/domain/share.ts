import { divide, PPM } from '@mosty/kernel/money';

/** `part` of `whole` in parts per million, half away from zero; null where there is no whole to be a part of. */
export function sharePpm(part: bigint, whole: bigint): bigint | null {
  return whole > 0n ? divide(part * PPM, whole, 'half_away_from_zero') : null;
}

/** The middle value; of an even count, the mean of the two middle ones, half up. */
export function median(values: readonly bigint[]): bigint | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0n;
  if (sorted.length % 2 === 1) return upper;
  return divide((sorted[middle - 1] ?? 0n) + upper, 2n, 'half_away_from_zero');
}
