import type { Tx } from '@mosty/kernel/context';
import type { StoredAccrual } from '../domain/accrual.ts';
import { dayFinder } from '../domain/day.ts';
import { isOpen } from '../domain/life.ts';
import { clawBack, type ClawedBack } from '../domain/take-back.ts';
import { lockAccrualsOfSales } from '../store/accruals.ts';
import { settleReturned } from '../store/life.ts';
import { refundsOfSales, type RefundOfSale } from '../store/participations.ts';
import { periodFinder } from './periods.ts';
import { record, type Recorded } from './record.ts';

/**
 * Brings what refunds took from the accruals of these sales up to date: every refund takes its share of every accrual
 * once. So a correction made after a refund gives its share back too.
 */
export async function clawBackSales(tx: Tx, saleIds: readonly string[]): Promise<Recorded[]> {
  if (saleIds.length === 0) return [];
  // The refunds are read under the lock: one that another transaction has just taken off must be among them.
  const stored = await lockAccrualsOfSales(tx, saleIds);
  const refunds = await refundsOfSales(tx, saleIds);
  if (refunds.length === 0) return [];
  const periodOf = await periodFinder(tx, dayFinder(tx.zone));
  const bySale = Map.groupBy(refunds, (refund) => refund.saleId);
  const taken = Map.groupBy(stored, (row) => row.reversesAccrualId);
  const isTakenBack = (row: StoredAccrual) => (taken.get(row.id) ?? []).some((other) => other.isReversal);
  const clawed = stored
    .filter((row) => row.refundId === null && !row.isReversal && !isTakenBack(row))
    .map((accrual) => {
      const before = (taken.get(accrual.id) ?? []).filter(
        (row) => row.kind === 'clawback' && !isTakenBack(row),
      );
      return { accrual, ...clawBackOne(accrual, before, bySale.get(accrual.saleId ?? '') ?? [], periodOf) };
    });
  const recorded = await record(
    tx,
    clawed.flatMap(({ rows }) => rows),
  );
  await settleReturned(
    tx,
    clawed.filter(({ closes }) => closes).map(({ accrual }) => accrual.id),
  );
  return recorded;
}

function clawBackOne(
  accrual: StoredAccrual,
  before: readonly StoredAccrual[],
  refunds: readonly RefundOfSale[],
  periodOf: Parameters<typeof clawBack>[2],
): ClawedBack {
  const counted = new Set(before.map((row) => row.refundId as string));
  const isCounted = (refund: RefundOfSale) => counted.has(refund.id);
  const sum = (rows: readonly RefundOfSale[]) =>
    rows.reduce((total, refund) => total + refund.amountMicro, 0n);
  return clawBack(
    {
      accrual,
      saleMicro: refunds[0]?.saleMicro ?? 0n,
      returnedMicro: sum(refunds.filter(isCounted)),
      takenMinor: -before.reduce((total, row) => total + row.amountMinor, 0n),
      takenIsOpen: before.every(isOpen),
    },
    refunds.filter((refund) => !isCounted(refund)),
    periodOf,
  );
}
