import type { Month } from '@mosty/kernel/time';
import { BOOKS, type Book } from '../contract.ts';
import type { MonthCounted } from './book.ts';

export interface Check {
  readonly code:
    | 'not_over'
    | 'closed_already'
    | 'hours_without_rate'
    | 'hours_not_written'
    | 'paid_twice'
    | 'goods_unknown';
  readonly blocks: boolean;
  readonly count: number;
}

/**
 * What stands in the way of closing a month, and what is only worth knowing: a month that runs is not closed, nor twice;
 * time and goods nobody wrote down leave an estimate, and say so (S0.57). Where the team's pay of a class is written as a
 * cost, its time needs no rate; with a rate as well, the same people are counted twice.
 */
export function checksOf(of: {
  month: Month;
  running: Month;
  counted: Readonly<Record<Book, MonthCounted>>;
  time: readonly { readonly class: Book; readonly rateMinor: bigint | null }[];
  /** Classes into which somebody wrote the team's pay of the month. */
  salaries: ReadonlySet<Book>;
  isClosed: boolean;
}): Check[] {
  const priced = of.time.filter(({ rateMinor }) => rateMinor !== null);
  const needRate = of.time.filter((one) => one.rateMinor === null && !of.salaries.has(one.class));
  const twice = priced.filter((one) => of.salaries.has(one.class));
  const goods = BOOKS.reduce((sum, book) => sum + of.counted[book].goodsUnknown, 0);
  const found: Check[] = [
    { code: 'not_over', blocks: true, count: of.month >= of.running ? 1 : 0 },
    { code: 'closed_already', blocks: true, count: of.isClosed ? 1 : 0 },
    { code: 'hours_without_rate', blocks: false, count: needRate.length },
    { code: 'hours_not_written', blocks: false, count: priced.length - twice.length },
    { code: 'paid_twice', blocks: false, count: twice.length },
    { code: 'goods_unknown', blocks: false, count: goods },
  ];
  return found.filter(({ count }) => count > 0);
}
