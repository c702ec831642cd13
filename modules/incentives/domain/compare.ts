import { allocate } from '@mosty/kernel/money';
import { addMonths, firstDay, month, type BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { WHOLE_SHARE, NO_PROGRESS, type Facts } from './facts.ts';
import { feesDue, priceFee } from './fees.ts';
import { price } from './price.ts';
import { looksBack } from './scheme-book.ts';
import { tallyBook } from './tally.ts';

/** What the sales are imagined to be: equal checks, spread evenly over the months, each to a new client. */
export interface Setting {
  readonly currency: string;
  readonly averageCheckMinor: bigint;
  readonly months: number;
}

export type Risk = 'company' | 'partner' | 'shared';

const FIRST = month('2026-01');
const KEY = { agreementId: '', role: 'source', currency: '' };
/** More sales than this a month are priced in bundles where levels are looked at: sums stay, single checks do not. */
const SALES_MOST = 500n;

/** What the company pays under the terms for so much sold over the months. */
export function costOf(terms: Terms, volumeMinor: bigint, setting: Setting): bigint {
  return (
    feesOf(terms, setting) +
    (looksBack(terms) ? inOrder(terms, volumeMinor, setting) : alike(terms, volumeMinor, setting))
  );
}

/** What is paid when nothing is sold: the part whose risk the company carries (S1.37). */
export function feesOf(terms: Terms, setting: Setting): bigint {
  const last = addMonths(FIRST, setting.months - 1);
  const due = feesDue(() => terms, { validFrom: firstDay(FIRST), validTo: null }, firstDay(last), 'UTC');
  return due.reduce((sum, fee) => sum + priceFee(terms, fee).amountMinor, 0n);
}

/** S1.37–38: a fixed sum is the company's risk, a commission the partner's; both together share it. */
export function riskOf(terms: Terms, setting: Setting): Risk {
  const pays = terms.pay.map((pay) => pay.kind);
  if (feesOf(terms, setting) === 0n) return 'partner';
  const alone = terms.pay.every((pay) => pay.kind === 'flat' && pay.per !== 'sale');
  return alone && pays.length > 0 ? 'company' : 'shared';
}

/** Equal sales cost the same: one is priced and counted. */
function alike(terms: Terms, volumeMinor: bigint, setting: Setting): bigint {
  return monthsOf(volumeMinor, setting).reduce((sum, sold) => {
    const full = sold / setting.averageCheckMinor;
    const rest = sold % setting.averageCheckMinor;
    const ofFull =
      full > 0n ? full * earned(terms, saleOf(setting.averageCheckMinor, firstDay(FIRST), setting)) : 0n;
    return sum + ofFull + (rest > 0n ? earned(terms, saleOf(rest, firstDay(FIRST), setting)) : 0n);
  }, 0n);
}

/** Levels and limits look at what came before: sale by sale. */
function inOrder(terms: Terms, volumeMinor: bigint, setting: Setting): bigint {
  const book = tallyBook([]);
  let total = 0n;
  monthsOf(volumeMinor, setting).forEach((sold, place) => {
    const of = addMonths(FIRST, place);
    for (const { minor, count } of checksOf(sold, setting.averageCheckMinor)) {
      const key = { ...KEY, currency: setting.currency };
      const progress = book.before(key, of, terms);
      const amount = earned(terms, { ...saleOf(minor, firstDay(of), setting), progress });
      book.add({ ...key, month: of, micro: minor * 1_000_000n, count, minor: amount });
      total += amount;
    }
  });
  return total;
}

function checksOf(soldMinor: bigint, checkMinor: bigint): { minor: bigint; count: bigint }[] {
  const sales = soldMinor / checkMinor;
  const bundle = sales > SALES_MOST ? (sales + SALES_MOST - 1n) / SALES_MOST : 1n;
  const checks: { minor: bigint; count: bigint }[] = [];
  let left = soldMinor;
  while (left > 0n) {
    const minor = left < checkMinor * bundle ? left : checkMinor * bundle;
    checks.push({ minor, count: (minor + checkMinor - 1n) / checkMinor });
    left -= minor;
  }
  return checks;
}

function monthsOf(volumeMinor: bigint, { months, currency }: Setting): bigint[] {
  const evenly = Array.from({ length: months }, () => 1n);
  return allocate({ minor: volumeMinor, currency }, evenly).map((part) => part.minor);
}

function saleOf(minor: bigint, day: BusinessDate, { currency }: Setting): Facts {
  return {
    amountMicro: minor * 1_000_000n,
    currency,
    vatMicro: null,
    listMinor: null,
    day,
    isFirst: true,
    firstPaidOn: null,
    role: 'source',
    sharesPpm: WHOLE_SHARE,
    place: 0,
    progress: NO_PROGRESS,
  };
}

function earned(terms: Terms, facts: Facts): bigint {
  return price(terms, facts).parts.reduce((sum, part) => sum + part.amountMinor, 0n);
}
