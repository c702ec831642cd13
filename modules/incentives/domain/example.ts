import type { DealRole } from '@mosty/attribution/contract';
import type { Currency } from '@mosty/kernel/money';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { feesOf } from './compare.ts';
import { WHOLE_SHARE, type Part } from './facts.ts';
import { price } from './price.ts';

/** One imagined sale of one partner, and what came before it. */
export interface ExampleSale {
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly day: BusinessDate;
  readonly firstPaidOn: BusinessDate;
  readonly isFirst: boolean;
  readonly role: DealRole;
  readonly broughtMinor: bigint;
  readonly broughtSales: bigint;
  readonly earnedMinor: bigint;
}

/** The first payment of a new client, with nothing before it: what a stranger is shown. */
export function firstSale(amountMinor: bigint, currency: Currency, day: BusinessDate): ExampleSale {
  const nothing = { broughtMinor: 0n, broughtSales: 0n, earnedMinor: 0n };
  return { amountMinor, currency, day, firstPaidOn: day, isFirst: true, role: 'source', ...nothing };
}

/** The very rules that price real sales, on one that is imagined; `feesMinor` are fixed sums of a month besides. */
export function priceExample(terms: Terms, sale: ExampleSale): { feesMinor: bigint; parts: readonly Part[] } {
  const { currency, day, firstPaidOn, isFirst, role } = sale;
  const { parts } = price(terms, {
    amountMicro: sale.amountMinor * 1_000_000n,
    currency,
    vatMicro: null,
    listMinor: null,
    day,
    isFirst,
    firstPaidOn,
    role,
    sharesPpm: WHOLE_SHARE,
    place: 0,
    progress: {
      windowMicro: sale.broughtMinor * 1_000_000n,
      windowCount: sale.broughtSales,
      monthMinor: sale.earnedMinor,
      totalMinor: sale.earnedMinor,
    },
  });
  return { feesMinor: feesOf(terms, { currency, months: 1, averageCheckMinor: 1n }), parts };
}
