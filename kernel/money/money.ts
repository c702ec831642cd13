/** ISO 4217 code. */
export type Currency = string;

/** An amount in minor units (kopecks, cents). Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

const DIGITS: Record<Currency, number> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0, BHD: 3, KWD: 3, TND: 3 };

/** How many digits after the point the currency's minor unit has (ISO 4217). */
export function minorDigits(currency: Currency): number {
  return DIGITS[currency] ?? 2;
}

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0n, currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new Error(`${a.currency} and ${b.currency} do not add up without a rate`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

export function sum(amounts: Iterable<Money>, currency: Currency): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

export function minimum(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return a.minor <= b.minor ? a : b;
}
