import { postTransactions } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { monthOf } from '@mosty/kernel/time';
import type { AccrualState, NewAccrual } from '../domain/accrual.ts';
import { dayFinder } from '../domain/day.ts';
import { accrualPosting } from '../domain/posting.ts';
import type { Beside } from '../domain/take-back.ts';
import { insertAccruals } from '../store/accruals.ts';
import { addToTallies } from '../store/tally.ts';
import { holdBeyondLimit } from './hold-beyond-limit.ts';

/** A row to be written. `lies`: the state in which its money is entered, where it differs from the row's own. */
export interface Entry {
  readonly row: NewAccrual;
  readonly lies?: AccrualState;
  readonly of?: Beside['of'];
}

export type Recorded = NewAccrual & { readonly id: Id<'accrual'> };

/**
 * Writes accruals, their ledger movements and their tallies together. Those whose business key is already there are
 * left out of all three. The one place where an accrual comes into being.
 */
export async function record(tx: Tx, entries: readonly Entry[]): Promise<Recorded[]> {
  if (entries.length === 0) return [];
  const named = entries.map((entry) => ({ ...entry, row: { ...entry.row, id: tx.id('accrual') } }));
  const inserted = await insertAccruals(
    tx,
    named.map(({ row }) => row),
  );
  const fresh = named.filter(({ row }) => inserted.has(row.id));
  const dayOf = dayFinder(tx.zone);
  const days = new Set(fresh.map(({ row }) => dayOf(row.effectiveAt)));
  await addToTallies(
    tx,
    fresh
      .filter(({ row }) => row.feeFor === null)
      .map(({ row }) => ({
        agreementId: row.agreementId,
        partnerId: row.partnerId,
        role: row.role,
        currency: row.currency,
        month: monthOf(dayOf(row.effectiveAt)),
        micro: row.tallyMicro,
        count: BigInt(row.tallyCount),
        minor: row.amountMinor,
      })),
  );
  await postTransactions(
    tx,
    fresh.flatMap(
      ({ row, lies, of }) =>
        accrualPosting(row, lies ?? row.state, of && of.amountMinor !== 0n ? of.id : null) ?? [],
    ),
  );
  emitParts(tx, fresh, (part) => ({
    type: 'accrual.created',
    count: part.length,
    days: [...days].sort(),
    accruals: part.map(({ row }) => told(row)),
  }));
  const recorded = fresh.map(({ row }) => row);
  await holdBeyondLimit(tx, recorded);
  return recorded;
}

/** What is told outside: ids and amounts. */
function told({ id, saleId, refundId, partnerId, agreementId, amountMinor, currency }: Recorded) {
  return { accrualId: id, saleId, refundId, partnerId, agreementId, amountMinor, currency };
}

/** What was earned and taken back, per currency: sums of different currencies are never added up. */
export function totals(rows: readonly Recorded[]): { currency: string; amountMinor: bigint }[] {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0n) + row.amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}
