import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessKey } from '../domain/posting.ts';
import { balancesOf, type Balance } from '../store/balances.ts';
import {
  compareWithCommands,
  replayBalances,
  unbalancedTransactions,
  type Strayed,
} from '../store/verdict.ts';

export interface LedgerVerdict {
  readonly holds: boolean;
  readonly accounts: number;
  readonly unbalanced: readonly Id<'transaction'>[];
  /** Kept balances that replay does not confirm. */
  readonly strayed: readonly Strayed[];
  /** Commands without their transaction. */
  readonly lost: readonly BusinessKey[];
  /** Transactions nobody commanded. */
  readonly unexplained: readonly BusinessKey[];
  /** What stands in clearing: it must be the payouts under way, and nothing once they are paid. */
  readonly clearing: readonly Balance[];
}

/** Both oracles at once, for `doctor`, the page of the month's close and tests. Changes nothing. */
export async function ledgerVerdict(tx: Tx): Promise<LedgerVerdict> {
  const unbalanced = await unbalancedTransactions(tx);
  const { accounts, strayed } = await replayBalances(tx);
  const { lost, unexplained } = await compareWithCommands(tx);
  const clearing = (await balancesOf(tx, { kinds: ['payout_clearing'] })).filter(
    (balance) => balance.amountMinor !== 0n,
  );
  const holds = unbalanced.length + strayed.length + lost.length + unexplained.length === 0;
  return { holds, accounts, unbalanced, strayed, lost, unexplained, clearing };
}
