import { BOOKS, CLASSES, type Book, type ReportingClass } from '../contract/class.ts';

/** What one book holds for a window. Money in minor units of one currency; refunds are positive. */
export interface BookTotals {
  readonly salesCount: number;
  readonly salesMinor: bigint;
  readonly refundsCount: number;
  readonly refundsMinor: bigint;
  /** Accruals to partners less their clawbacks. */
  readonly commissionMinor: bigint;
  readonly accrualsCount: number;
  /** Fees, team hours, tools, events: what was put in besides commission. */
  readonly costsMinor: bigint;
  readonly costsCount: number;
  /** Our cost of what was sold, where the source told it. */
  readonly goodsMinor: bigint;
  readonly goodsUnknownCount: number;
  /** Clients whose very first paid sale is of this book and in the window. */
  readonly clientsCame: number;
}

export const NOTHING: BookTotals = {
  salesCount: 0,
  salesMinor: 0n,
  refundsCount: 0,
  refundsMinor: 0n,
  commissionMinor: 0n,
  accrualsCount: 0,
  costsMinor: 0n,
  costsCount: 0,
  goodsMinor: 0n,
  goodsUnknownCount: 0,
  clientsCame: 0,
};

/** One entry per book, side by side. There is deliberately no function that adds two of them up (S2.3). */
export type Books = Readonly<Record<Book, BookTotals>>;

export function booksOf(rows: Iterable<BookTotals & { readonly class: Book }>): Books {
  const books: Record<Book, BookTotals> = {
    referral: NOTHING,
    partner_sales: NOTHING,
    alliance: NOTHING,
    direct: NOTHING,
  };
  for (const row of rows) books[row.class] = row;
  return books;
}

/** Money that came and stayed: sales less refunds of the same window. */
export function paidMinor(totals: BookTotals): bigint {
  return totals.salesMinor - totals.refundsMinor;
}

/** How many facts paid money is made of. */
export function rowsOfPaid(totals: BookTotals): number {
  return totals.salesCount + totals.refundsCount;
}

/** What the class cost: commission and everything else put into it. */
export function classCostMinor(totals: BookTotals): bigint {
  return totals.commissionMinor + totals.costsMinor;
}

/** Paid money less the known cost of what was sold. Where that cost is unknown it counts as nothing: an estimate. */
export function marginMinor(totals: BookTotals): bigint {
  return paidMinor(totals) - totals.goodsMinor;
}

/** The company's paid revenue: the one figure shares are taken of. It includes direct sales, so it is no sum of classes. */
export function companyPaidMinor(books: Books): bigint {
  return BOOKS.reduce((sum, book) => sum + paidMinor(books[book]), 0n);
}

export function classesOf(books: Books): readonly (readonly [ReportingClass, BookTotals])[] {
  return CLASSES.map((name) => [name, books[name]]);
}
