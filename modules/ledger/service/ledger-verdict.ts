import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessKey } from '../domain/posting.ts';
import { balancesOf, type Balance } from '../store/balances.ts';
import { compareWithCommands, replayBalances, unbalancedTransactions, type Strayed } from '../store/verdict.ts';

export interface LedgerVerdict {
  readonly sound: boolean;
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

/** Both oracles at once, for `doctor` and tests. `commands`: views of (source_kind, source_id, kind) of all modules that post. */
export async function ledgerVerdict(tx: Tx, { commands }: { commands: readonly string[] }): Promise<LedgerVerdict> {
  const unbalanced = await unbalancedTransactions(tx);
  const { accounts, strayed } = await replayBalances(tx);
  const { lost, unexplained } = await compareWithCommands(tx, commands);
  const clearing = (await balancesOf(tx, { kinds: ['payout_clearing'] })).filter((balance) => balance.amountMinor !== 0n);
  const sound = unbalanced.length + strayed.length + lost.length + unexplained.length === 0;
  return { sound, accounts, unbalanced, strayed, lost, unexplained, clearing };
}
