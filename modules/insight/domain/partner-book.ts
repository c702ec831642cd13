import type { Currency } from '@mosty/kernel/money';
import type { BusinessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../contract/class.ts';
import type { GapCode } from '../contract/measure.ts';
import { measure, type Measure } from './measure.ts';
import { classBox, type ClassBox } from './metrics/class-box.ts';
import { classCostMinor, marginMinor, type BookTotals } from './totals.ts';
import type { Window } from './window.ts';

export interface Owed {
  readonly accruals: number;
  readonly minor: bigint;
}

/** One class of one partner: «сколько принёс и сколько нам стоит» (S2.37), and what is owed. */
export interface PartnerBook extends Omit<ClassBox, 'paid'> {
  readonly class: ReportingClass;
  readonly currency: Currency;
  readonly brought: Measure;
  readonly owed: Measure;
  readonly marginMinor: bigint;
  readonly marginIsEstimate: boolean;
  readonly gaps: readonly GapCode[];
}

export function partnerBook(given: {
  readonly class: ReportingClass;
  readonly currency: Currency;
  readonly totals: BookTotals;
  readonly owed: Owed;
  /** What is owed is of now and since the beginning, whatever the window of the rest. */
  readonly lifetime: { readonly from: BusinessDate; readonly to: BusinessDate };
  readonly window: Window;
}): PartnerBook {
  const { totals, currency } = given;
  const { paid, ...box } = classBox(given.class, totals, currency, given.window);
  const marginIsEstimate = totals.goodsUnknownCount > 0 || totals.costsCount === 0;
  return {
    ...box,
    class: given.class,
    currency,
    brought: paid,
    owed: measure({
      metric: 'owed',
      class: given.class,
      unit: 'money',
      value: given.owed.minor,
      currency,
      n: given.owed.accruals,
      window: given.lifetime,
    }),
    marginMinor: marginMinor(totals) - classCostMinor(totals),
    marginIsEstimate,
    gaps: [
      ...(totals.goodsUnknownCount > 0 ? (['goods_cost_unknown'] as const) : []),
      ...(totals.costsCount === 0 ? (['costs_missing'] as const) : []),
    ],
  };
}
