import { namesOfMembers, permit } from '@mosty/identity';
import { readClosedThrough, readFirstPosted } from '@mosty/ledger';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { addMonths, monthOfInstant, monthRange, type Month } from '@mosty/kernel/time';
import type { CloseCheck } from '../contract/close.ts';
import type { MonthTotal } from '../domain/totals.ts';
import { rights } from '../policy.ts';
import { findClose, totalsOfClose, type Close } from '../store/closes.ts';
import { openEnds } from '../store/month-facts.ts';
import { statementStates } from '../store/statements.ts';
import { monthTotals } from './month-totals.ts';

export interface ShownMonth {
  readonly month: Month;
  readonly close: Close | null;
  readonly closedByName: string | null;
  readonly statements: Readonly<Record<string, number>>;
  readonly totals: readonly MonthTotal[];
  readonly checks: readonly CloseCheck[];
}

/** A month as it stands: closed, its stored totals; open, what they would be and what is left to do. */
export function showMonth(ctx: Context, input: { month: Month }): Promise<ShownMonth> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'period.read');
    const close = await findClose(tx, input.month);
    const { month } = input;
    if (close === null) {
      const totals = await monthTotals(tx, month);
      return { month, close, closedByName: null, statements: {}, totals, checks: await checklist(tx, month) };
    }
    const closedByName = (await namesOfMembers(tx, [close.closedBy])).get(close.closedBy) ?? null;
    return {
      month,
      close,
      closedByName,
      statements: await statementStates(tx, month),
      totals: await totalsOfClose(tx, month),
      checks: [],
    };
  });
}

/** Months something counts in and that are not closed, the first one first. */
export async function openMonths(tx: Tx): Promise<Month[]> {
  const closedThrough = await readClosedThrough(tx);
  const first = closedThrough === null ? await readFirstPosted(tx) : addMonths(closedThrough, 1);
  const current = monthOfInstant(tx.now(), tx.zone);
  const months: Month[] = [];
  for (let month = first ?? current; month <= current; month = addMonths(month, 1)) months.push(month);
  return months;
}

async function checklist(tx: Tx, month: Month): Promise<CloseCheck[]> {
  const endsAt = monthRange(month, tx.zone).to;
  const ends = await openEnds(tx, month, endsAt);
  const earlier = (await openMonths(tx)).filter((open) => open < month).length;
  const blocking = (code: CloseCheck['code'], count: number): CloseCheck => ({
    code,
    count,
    holds: count === 0,
    blocks: true,
  });
  const warning = (code: CloseCheck['code'], count: number): CloseCheck => ({
    code,
    count,
    holds: count === 0,
    blocks: false,
  });
  return [
    blocking('month_over', tx.now() < endsAt ? 1 : 0),
    blocking('earlier_months_closed', earlier),
    warning('nothing_to_approve', ends.toApprove),
    warning('refunds_matched', ends.unmatchedRefunds),
    warning('sales_credited', ends.uncreditedSales),
    warning('payouts_finished', ends.openPayouts),
  ];
}
