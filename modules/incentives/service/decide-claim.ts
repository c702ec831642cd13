import { settleClaim, type SettleClaim } from '@mosty/attribution';
import { ruleDeal } from '@mosty/deals';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { resettleSales } from './resettle.ts';

export interface ClaimDecided {
  readonly id: Id<'claim'>;
  readonly state: SettleClaim['outcome'];
  readonly movedSales: number;
  readonly accruals: number;
}

const NOTHING_MOVED = { saleIds: [], accruals: 0 };

/** Decides a claim and moves its money, in one transaction or not at all. A rejected one moves nothing. */
export function decideClaim(ctx: Context, input: SettleClaim): Promise<ClaimDecided> {
  return transact(ctx, async (tx) => {
    const settled = await settleClaim(tx, input);
    const moved = settled.ruling ? await follow(tx, settled.claim, settled.ruling) : NOTHING_MOVED;
    return {
      id: settled.claim.id,
      state: input.outcome,
      movedSales: moved.saleIds.length,
      accruals: moved.accruals,
    };
  });
}

type Settled = Awaited<ReturnType<typeof settleClaim>>;

/** A sale goes to those who were named. A deal does, and what it brought is decided again by the rules. */
async function follow(
  tx: Tx,
  claim: Settled['claim'],
  ruling: NonNullable<Settled['ruling']>,
): Promise<Pick<Awaited<ReturnType<typeof resettleSales>>, 'saleIds' | 'accruals'>> {
  const reason = 'claim_upheld';
  if (claim.saleId) return resettleSales(tx, { saleIds: [claim.saleId], reason, ruling });
  if (!claim.dealId) return NOTHING_MOVED;
  const saleIds = await ruleDeal(tx, { dealId: claim.dealId, sources: ruling.sources, claimId: claim.id });
  return saleIds.length === 0 ? NOTHING_MOVED : resettleSales(tx, { saleIds, reason });
}
