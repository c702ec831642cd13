import { minorDigits, type Currency, type Money } from './money.ts';
import { divide, type Rounding } from './round.ts';

/**
 * An amount before rounding: millionths of a minor unit. A quantity with four decimals times a price with
 * four decimals fits exactly, so an invoice of many lines is summed first and rounded once.
 */
export interface Exact {
  readonly micro: bigint;
  readonly currency: Currency;
}

export const MICRO_PER_MINOR = 1_000_000n;

export function exact(micro: bigint, currency: Currency): Exact {
  return { micro, currency };
}

export function exactOf(amount: Money): Exact {
  return { micro: amount.minor * MICRO_PER_MINOR, currency: amount.currency };
}

export function roundExact(amount: Exact, rounding: Rounding): Money {
  return { minor: divide(amount.micro, MICRO_PER_MINOR, rounding), currency: amount.currency };
}

/** A decimal number as it stood in a file: `digits × 10^-scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PLAIN = /^([+\-−–]?)(\d+)(?:\.(\d*))?$|^([+\-−–]?)\.(\d+)$/;
const SPACES = /[\s\u00a0\u202f']/g;
const PARENTHESES = /^\((.*)\)$/;

/**
 * Reads «1 234,50», «1,234.50», «-0.5», «(12,00)», «1 234,50 ₽». `mark` is the decimal mark of the file.
 * Returns null where the text is not a number, and never guesses: the caller reports the line.
 */
export function parseDecimal(text: string, mark: '.' | ','): Decimal | null {
  let bare = text
    .replace(/(₽|руб\.?|RUB|р\.|€|\$|£)\s*$/iu, '')
    .replace(/^\s*(€|\$|£)/u, '')
    .replace(SPACES, '');
  let inverted = false;
  const wrapped = PARENTHESES.exec(bare);
  if (wrapped) {
    inverted = true;
    bare = wrapped[1] ?? '';
  }
  const grouping = mark === ',' ? '.' : ',';
  if (bare.includes(grouping)) {
    const groups = new RegExp(`^[+\\-−–]?\\d{1,3}(\\${grouping}\\d{3})+(\\${mark}\\d*)?$`);
    if (!groups.test(bare)) return null;
    bare = bare.replaceAll(grouping, '');
  }
  const found = PLAIN.exec(mark === ',' ? bare.replace(',', '.') : bare);
  if (!found) return null;
  const sign = found[1] || found[4] || '';
  const fraction = (found[3] ?? found[5] ?? '').replace(/0+$/, '');
  const digits = BigInt((found[2] ?? '0') + fraction);
  const negative = (sign !== '' && sign !== '+') !== inverted;
  return { digits: negative ? -digits : digits, scale: fraction.length };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** A decimal in major units (roubles) as an exact amount. Null where it is finer than a millionth of a minor unit. */
export function exactOfDecimal(value: Decimal, currency: Currency): Exact | null {
  const places = minorDigits(currency) + 6;
  if (value.scale > places) return null;
  return { micro: value.digits * 10n ** BigInt(places - value.scale), currency };
}
