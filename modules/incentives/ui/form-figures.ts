import { parseDecimal } from '@mosty/kernel/money';

/** «12,5» is 125 000 ppm. Null where it is no percent from 0 to 100, or finer than four places. */
export function ratePpmOf(text: string): number | null {
  const mark = text.includes(',') ? ',' : '.';
  const decimal = parseDecimal(text.replace('%', '').trim(), mark);
  if (!decimal || decimal.scale > 4) return null;
  const ppm = Number(decimal.digits * 10n ** BigInt(4 - decimal.scale));
  return ppm >= 0 && ppm <= 1_000_000 ? ppm : null;
}

/** As it is typed: 125 000 ppm is «12,5». */
export function rateText(ppm: number): string {
  return decimalText(BigInt(ppm), 4);
}

/** As it is typed: 123 450 kopecks are «1234,5». */
export function exactAmount(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return decimalText(BigInt(minor), digits);
}

/** Whether the amount is a whole number of roubles. */
export function isRound(minor: number, currency: string): boolean {
  return !exactAmount(minor, currency).includes(',');
}

function decimalText(value: bigint, places: number): string {
  const text = value.toString().padStart(places + 1, '0');
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  const whole = text.slice(0, text.length - places);
  return fraction && places > 0 ? `${whole},${fraction}` : whole;
}
