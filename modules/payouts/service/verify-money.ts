import { permit } from '@mosty/identity';
import { ledgerVerdict } from '@mosty/ledger';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Month } from '@mosty/kernel/time';
import { FIRST_HASH, hashOfClose } from '../domain/totals.ts';
import { rights } from '../policy.ts';
import { allCloses, totalsOfClose } from '../store/closes.ts';
import { inPayment } from '../store/payouts.ts';
import { monthTotals } from './month-totals.ts';

export interface MoneyVerdict {
  readonly holds: boolean;
  readonly accounts: number;
  readonly unbalanced: number;
  readonly strayed: number;
  readonly lost: number;
  readonly unexplained: number;
  readonly clearingHolds: boolean;
  readonly closes: number;
  readonly brokenMonth: Month | null;
}

/** Replays everything: the ledger by both oracles, clearing against payouts under way, and every closed month. */
export function verifyMoney(ctx: Context): Promise<MoneyVerdict> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'money.read_all');
    const ledger = await ledgerVerdict(tx);
    const open = new Map(
      (await inPayment(tx)).map((row) => [`${row.partnerId} ${row.currency}`, row.amountMinor]),
    );
    const clearingHolds =
      ledger.clearing.length === open.size &&
      ledger.clearing.every(
        ({ partnerId, currency, amountMinor }) => open.get(`${partnerId} ${currency}`) === -amountMinor,
      );
    const { closes, brokenMonth } = await verifyCloses(tx);
    return {
      holds: ledger.holds && clearingHolds && brokenMonth === null,
      accounts: ledger.accounts,
      unbalanced: ledger.unbalanced.length,
      strayed: ledger.strayed.length,
      lost: ledger.lost.length,
      unexplained: ledger.unexplained.length,
      clearingHolds,
      closes,
      brokenMonth,
    };
  });
}

/** A closed month still comes to what was stored, and its hash covers it and the one before. */
export async function verifyCloses(tx: Tx): Promise<{ closes: number; brokenMonth: Month | null }> {
  const closes = await allCloses(tx);
  let before = FIRST_HASH;
  for (const close of closes) {
    const stored = hashOfClose(before, close.month, await totalsOfClose(tx, close.month));
    const counted = hashOfClose(before, close.month, await monthTotals(tx, close.month));
    if (close.hashBefore !== before || close.hash !== stored || close.hash !== counted) {
      return { closes: closes.length, brokenMonth: close.month };
    }
    before = close.hash;
  }
  return { closes: closes.length, brokenMonth: null };
}
