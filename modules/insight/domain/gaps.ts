import type { Currency } from '@mosty/kernel/money';
import { BOOKS, type Book } from '../contract/class.ts';
import type { Metric } from '../contract/measure.ts';
import { measure, type Measure } from './measure.ts';
import type { Window } from './window.ts';

/** The gaps that have rows behind them, in the order they are told. */
export const COUNTED_GAPS = [
  'refunds_unmatched',
  'sales_without_client',
  'sales_uncredited',
  'goods_cost_unknown',
] as const;
export type CountedGap = (typeof COUNTED_GAPS)[number] & Metric;

/** A gap too is counted per book: «14 sales without a client» over all of them would be a sum of classes (S2.3). */
export interface GapCount {
  readonly code: CountedGap;
  /** Null where the gap is exactly that no class is known: an unmatched refund. */
  readonly class: Book | null;
  readonly count: number;
  readonly minor: bigint;
}

const place = (gap: GapCount): number => (gap.class === null ? -1 : BOOKS.indexOf(gap.class));

/** S0.57: what the report does not know, with the money it concerns. Only gaps that are there. */
export function gapsOf(counts: readonly GapCount[], currency: Currency, window: Window): readonly Measure[] {
  return COUNTED_GAPS.flatMap((code) =>
    counts
      .filter((gap) => gap.code === code && gap.count > 0)
      .sort((one, other) => place(one) - place(other))
      .map((gap) =>
        measure({
          metric: code,
          class: gap.class,
          unit: 'money',
          value: gap.minor,
          currency,
          n: gap.count,
          window,
        }),
      ),
  );
}
