import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { Blocked } from '../contract/blocked.ts';
import type { OwedSort } from '../contract/money.ts';
import { nextPayDay, overdueThrough } from '../domain/pay-day.ts';
import { rights } from '../policy.ts';
import { listOwedTo, totalStandings, type OwedState, type OwedTo, type Totals } from '../store/money.ts';
import { readPolicy } from '../store/policy.ts';
import { blockedNow, ourCurrencyFirst } from './partner-money.ts';

export interface MoneyOverview {
  readonly today: BusinessDate;
  readonly nextPayoutOn: BusinessDate;
  readonly totals: readonly Totals[];
}

/** Whom we owe and when we pay, all partners together; currencies apart. */
export function moneyOverview(ctx: Context): Promise<MoneyOverview> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'money.read_all');
    const { payDay } = await readPolicy(tx);
    const today = businessDateOf(tx.now(), tx.zone);
    const totals = await totalStandings(tx, overdueThrough(today, payDay));
    const nothing = { overdueMinor: 0n, partnersOwed: 0, partnersInDebt: 0 };
    return {
      today,
      nextPayoutOn: nextPayDay(today, payDay),
      totals: ourCurrencyFirst(totals, tx.currency).map((total) => ({ ...nothing, ...total })),
    };
  });
}

export interface ListOwed {
  readonly currency?: string | undefined;
  readonly state?: OwedState | undefined;
  readonly sortBy: OwedSort;
  readonly descending: boolean;
  readonly after?: { amountMinor: bigint; id: string } | undefined;
  readonly limit: number;
}

/** Partners with something between us, in the order that was asked, and what blocks each. */
export function listOwed(ctx: Context, input: ListOwed): Promise<(OwedTo & { blockedBecause: Blocked[] })[]> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'money.read_all');
    const policy = await readPolicy(tx);
    const currency = input.currency ?? tx.currency;
    const lateThrough = overdueThrough(businessDateOf(tx.now(), tx.zone), policy.payDay);
    const rows = await listOwedTo(tx, { ...input, currency, lateThrough });
    const blocked = await blockedNow(
      tx,
      policy,
      currency,
      rows.map((row) => row.partnerId),
    );
    return rows.map((row) => ({ ...row, blockedBecause: blocked.get(row.partnerId) ?? [] }));
  });
}
