import type { Rounding } from '@mosty/kernel/money';
import { DEAL_ROLES } from '@mosty/attribution/contract';
import type { Pay, Terms } from '../contract/terms.ts';
import { dateOf, type PastPart } from './past-part.ts';
import { monthsPassed } from './shapes/recurring.ts';

const PPM = 1_000_000;

/**
 * The amount of a part as a whole number of minor units, for terms without levels, limits over time, VAT and shares;
 * null for other terms, and NaN for a part whose product a float would not hold exactly: both go the exact way. Only
 * integers below 2^53 are multiplied and divided here, so nothing is ever rounded but the amount itself, as named.
 * A million sales: 0.1 s against 4 s of exact pricing; equal to it in tests.
 */
export function quickPrice(terms: Terms): ((part: PastPart) => number) | null {
  const { vat, floor, cap, rounding } = terms;
  if (vat.base !== 'with_vat' || vat.reward !== 'included') return null;
  if (cap.perMonthMinor !== null || cap.totalMinor !== null) return null;
  const pays = terms.pay.map((pay) => quickPay(pay, rounding));
  if (pays.some((pay) => pay === null)) return null;
  const ofSale = cap.perSaleMinor ?? Number.POSITIVE_INFINITY;
  return (part) => {
    if (part.sharePpm !== PPM || Number.isNaN(part.amountMinor)) return Number.NaN;
    if (floor.priceMinor !== null && part.amountMinor < floor.priceMinor) return 0;
    if (floor.maxDiscountPpm !== null && part.listMinor > 0) {
      const given = (part.listMinor - part.amountMinor) * PPM;
      const most = part.listMinor * floor.maxDiscountPpm;
      if (!Number.isSafeInteger(given) || !Number.isSafeInteger(most)) return Number.NaN;
      if (given > most) return 0;
    }
    let amount = 0;
    for (const pay of pays) amount += Math.min(pay?.(part) ?? Number.NaN, ofSale);
    return amount;
  };
}

function quickPay(pay: Pay, rounding: Rounding): ((part: PastPart) => number) | null {
  const percent = (ratePpm: number) => (part: PastPart) => share(part.amountMinor * ratePpm, rounding);
  switch (pay.kind) {
    case 'flat':
      return () => (pay.per === 'sale' ? pay.amountMinor : 0);
    case 'percent':
    case 'hybrid':
      return percent(pay.ratePpm);
    case 'recurring': {
      const paid = percent(pay.ratePpm);
      const over = monthsCounter();
      return (part) => (over(part) < pay.months ? paid(part) : 0);
    }
    case 'first_order': {
      const { bonus } = pay;
      const paid = bonus.kind === 'flat' ? () => bonus.amountMinor : percent(bonus.ratePpm);
      return (part) => (part.isFirst ? paid(part) : 0);
    }
    case 'per_role': {
      const rates = DEAL_ROLES.map((role) => percent(pay.rates[role] ?? 0));
      return (part) => rates[part.role]?.(part) ?? Number.NaN;
    }
    case 'tiered': {
      const [only] = pay.tiers;
      return pay.tiers.length === 1 && only ? percent(only.ratePpm) : null;
    }
  }
}

/** Whole months from the client's first payment; pairs of days repeat among sales, so each is counted once. */
function monthsCounter(): (part: PastPart) => number {
  const known = new Map<number, number>();
  return ({ firstPaidDay, day }) => {
    if (firstPaidDay < 0 || firstPaidDay >= day) return 0;
    const key = firstPaidDay * 100_000 + day;
    let months = known.get(key);
    if (months === undefined) {
      months = monthsPassed(dateOf(firstPaidDay), dateOf(day));
      known.set(key, months);
    }
    return months;
  };
}

/** `product / 1 000 000` as named. The product is an integer; above 2^53 it may not be the true one: NaN. */
function share(product: number, rounding: Rounding): number {
  if (product > Number.MAX_SAFE_INTEGER) return Number.NaN;
  const rest = product % PPM;
  const whole = (product - rest) / PPM;
  switch (rounding) {
    case 'half_away_from_zero':
      return rest * 2 >= PPM ? whole + 1 : whole;
    case 'half_even':
      return rest * 2 > PPM || (rest * 2 === PPM && whole % 2 === 1) ? whole + 1 : whole;
    case 'toward_zero':
      return whole;
    case 'away_from_zero':
      return rest > 0 ? whole + 1 : whole;
  }
}
