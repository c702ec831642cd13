import { permit } from '@mosty/identity';
import { closePeriod } from '@mosty/ledger';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Month } from '@mosty/kernel/time';
import { FIRST_HASH, hashOfClose, type MonthTotal } from '../domain/totals.ts';
import { rights } from '../policy.ts';
import { insertClose, insertTotals, lastClose, totalsOfClose, type Close } from '../store/closes.ts';
import { insertDrafts } from '../store/statements.ts';
import { monthTotals } from './month-totals.ts';

export interface ClosedMonth {
  readonly month: Month;
  readonly partners: number;
  readonly statements: number;
  readonly hash: string;
}

/**
 * Closes a month for ever: stores each partner's totals and a hash over them and the close before, and drafts the
 * statements. Facts that are learned later count in the first open month.
 * @throws Refusal `ledger.month_closed`, `ledger.earlier_month_open`, `ledger.month_not_over`
 */
export function closeMonth(ctx: Context, input: { month: Month }): Promise<ClosedMonth> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'period.close');
    await closePeriod(tx, input.month);
    const before = await lastClose(tx);
    const totals = await monthTotals(tx, input.month);
    await continues(tx, before, totals);
    const hashBefore = before?.hash ?? FIRST_HASH;
    const close: Close = {
      id: tx.id('period_close'),
      month: input.month,
      closedAt: tx.now(),
      closedBy: tx.actor.id,
      partners: new Set(totals.map((total) => total.partnerId)).size,
      hashBefore,
      hash: hashOfClose(hashBefore, input.month, totals),
    };
    await insertClose(tx, close);
    await insertTotals(tx, close, totals);
    const statements = await insertDrafts(tx, input.month, totals);
    tx.audit({
      verb: 'payouts.close_month',
      subject: close.id,
      change: { month: close.month, partners: close.partners, hash: close.hash },
    });
    tx.emit({ type: 'month.closed', month: close.month, closeId: close.id });
    return { month: close.month, partners: close.partners, statements, hash: close.hash };
  });
}

/** The month opens with what the one before closed with. */
async function continues(tx: Tx, before: Close | null, totals: readonly MonthTotal[]): Promise<void> {
  const closed = before === null ? [] : await totalsOfClose(tx, before.month);
  const left = new Map(
    closed.filter((total) => total.closingMinor !== 0n).map((total) => [keyOf(total), total.closingMinor]),
  );
  for (const total of totals) {
    const was = left.get(keyOf(total)) ?? 0n;
    if (was !== total.openingMinor)
      throw new Error(`${keyOf(total)} opens with ${total.openingMinor} and closed with ${was}`);
    left.delete(keyOf(total));
  }
  for (const [key, was] of left) throw new Error(`${key} closed with ${was} and opens with nothing`);
}

function keyOf(total: MonthTotal): string {
  return `${total.partnerId} ${total.currency}`;
}
