import { balancesOf, movementsOf, type Balance } from '@mosty/ledger';
import { PARTNER_ACCOUNT_KINDS } from '@mosty/ledger/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addMonths, type Month } from '@mosty/kernel/time';
import { totalsOf, type Addend, type MonthTotal } from '../domain/totals.ts';
import { accruedIn } from '../store/month-facts.ts';

/**
 * What each partner's month comes to, open or closed, counted anew. Two sources that know nothing of each other
 * must agree: what accruals, payouts and write-offs say was added and paid, and what stands on the ledger's accounts.
 * @throws a fault when they do not: then somebody's money is wrong and nothing may be built on it
 */
export async function monthTotals(
  tx: Tx,
  month: Month,
  partnerId: Id<'partner'> | null = null,
): Promise<MonthTotal[]> {
  const partnerIds = partnerId === null ? undefined : [partnerId];
  const kinds = PARTNER_ACCOUNT_KINDS;
  const opening = await balancesOf(tx, { kinds, partnerIds, through: addMonths(month, -1) });
  const closing = await balancesOf(tx, { kinds, partnerIds, through: month });
  const totals = totalsOf([
    ...owed(opening),
    ...(await accruedIn(tx, month, partnerId)),
    ...(await paidAndWrittenOff(tx, month, partnerIds)),
  ]);
  const stands = new Map(totalsOf(owed(closing)).map((total) => [keyOf(total), total.closingMinor]));
  for (const total of totals) {
    const key = keyOf(total);
    const found = stands.get(key) ?? 0n;
    if (found !== total.closingMinor)
      throw new Error(`${month} of ${key}: movements make ${total.closingMinor}, accounts hold ${found}`);
    stands.delete(key);
  }
  for (const [key, found] of stands)
    throw new Error(`${month} of ${key}: accounts hold ${found} that nothing explains`);
  return totals;
}

/** Accounts of a partner together, as what we owe it. */
function owed(balances: readonly Balance[]): Addend[] {
  return balances.flatMap(({ partnerId, currency, amountMinor }) =>
    partnerId === null ? [] : [{ partnerId, currency, part: 'opening' as const, amountMinor: -amountMinor }],
  );
}

async function paidAndWrittenOff(
  tx: Tx,
  month: Month,
  partnerIds: readonly Id<'partner'>[] | undefined,
): Promise<Addend[]> {
  const movements = await movementsOf(tx, { month, partnerIds });
  return movements.flatMap(({ partnerId, currency, sourceKind, kind, amountMinor }): Addend[] => {
    if (sourceKind === 'payout' && kind === 'paid')
      return [{ partnerId, currency, part: 'paid', amountMinor }];
    if (sourceKind === 'write_off')
      return [{ partnerId, currency, part: 'writtenOff', amountMinor: -amountMinor }];
    if (sourceKind === 'waiver') return [{ partnerId, currency, part: 'waived', amountMinor }];
    return [];
  });
}

function keyOf({ partnerId, currency }: { readonly partnerId: string; readonly currency: string }): string {
  return `${partnerId} ${currency}`;
}
