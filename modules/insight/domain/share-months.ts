import { addMonths, type Month } from '@mosty/kernel/time';
import { CLASSES, type Book, type ReportingClass } from '../contract/class.ts';
import { sharePpm } from './share.ts';

export interface ShareMonth {
  readonly month: Month;
  readonly whole: boolean;
  readonly companyPaidMinor: bigint;
  readonly lines: readonly {
    readonly class: ReportingClass;
    readonly paidMinor: bigint;
    readonly sharePpm: bigint | null;
    readonly salesCount: number;
  }[];
}

interface Row {
  readonly month: Month;
  readonly class: Book;
  readonly paidMinor: bigint;
  readonly salesCount: number;
}

/**
 * From the first month with a fact to the running one, a month without facts included: a gap in the data is a gap in
 * the line. Each class has its own share of the company's paid revenue (S3.30); no two are added.
 */
export function shareMonths(rows: readonly Row[], running: Month): ShareMonth[] {
  const first = rows.map((row) => row.month).sort()[0];
  if (!first) return [];
  const months: ShareMonth[] = [];
  for (let month = first; month <= running; month = addMonths(month, 1)) {
    const of = rows.filter((row) => row.month === month);
    const companyPaidMinor = of.reduce((sum, row) => sum + row.paidMinor, 0n);
    months.push({
      month,
      whole: month < running,
      companyPaidMinor,
      lines: CLASSES.map((name) => {
        const found = of.find((row) => row.class === name);
        const paidMinor = found?.paidMinor ?? 0n;
        return {
          class: name,
          paidMinor,
          sharePpm: sharePpm(paidMinor, companyPaidMinor),
          salesCount: found?.salesCount ?? 0,
        };
      }),
    });
  }
  return months;
}
