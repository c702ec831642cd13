import { exactOfDecimal, minorDigits, parseDecimal } from '@mosty/kernel/money';

/**
 * What somebody typed as money: «1 234,50», «1234.5», «12 ₽». Null where it is not an amount, or is finer than the
 * currency's minor unit: a form says so instead of rounding silently. Answers minor units.
 */
export function readAmount(text: string, currency: string): number | null {
  const mark = text.includes(',') && !text.includes('.') ? ',' : '.';
  const decimal = parseDecimal(text.trim(), mark);
  if (!decimal || decimal.scale > minorDigits(currency)) return null;
  const exact = exactOfDecimal(decimal, currency);
  if (!exact) return null;
  const minor = Number(exact.micro / 1_000_000n);
  return Number.isSafeInteger(minor) ? minor : null;
}
