import { systemContext, createWorkspace } from '@mosty/identity';
import { balancesOf, postTransactions, type Posting } from '@mosty/ledger';
import type { Context } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import { randomIds, type Id } from '@mosty/kernel/id';
import { month, systemClock } from '@mosty/kernel/time';

export interface OurLedger {
  readonly ctx: Context;
  readonly partners: readonly Id<'partner'>[];
  /** Posts accruals of random partners in one transaction, through the same verb that sales go through. */
  post(size: number): Promise<void>;
  /** A partner's balance by its key, in milliseconds. */
  balance(): Promise<number>;
}

export async function openOurLedger(database: Database, partnerCount: number): Promise<OurLedger> {
  const made = await createWorkspace(
    database,
    { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
    { clock: systemClock, ids: randomIds },
  );
  const ctx = await systemContext(database, made.workspaceId, 'bench');
  const partners = Array.from({ length: partnerCount }, () => randomIds.next('partner', new Date()));
  const period = month('2026-11');
  let posted = 0;

  function accrual(): Posting {
    posted += 1;
    const partnerId = partners[Math.floor(Math.random() * partners.length)] ?? null;
    return {
      sourceKind: 'accrual',
      sourceId: `bench-${posted}`,
      kind: 'accrue',
      effectiveAt: new Date(),
      period,
      entries: [
        { account: { kind: 'commission_expense' }, amountMinor: 100n, currency: 'RUB' },
        { account: { kind: 'partner_pending', partnerId }, amountMinor: -100n, currency: 'RUB' },
      ],
    };
  }

  return {
    ctx,
    partners,
    async post(size) {
      await transact(ctx, (tx) => postTransactions(tx, Array.from({ length: size }, accrual)));
    },
    async balance() {
      const partnerId = partners[Math.floor(Math.random() * partners.length)] as Id<'partner'>;
      return look(ctx, async (tx) => {
        const begin = performance.now();
        await balancesOf(tx, { kinds: ['partner_pending'], partnerIds: [partnerId] });
        return performance.now() - begin;
      });
    },
  };
}
