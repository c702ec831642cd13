import { settleClaim, type SettleClaim } from '@mosty/attribution';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { resettleSales } from './resettle.ts';

export interface ClaimDecided {
  readonly id: Id<'claim'>;
  readonly state: SettleClaim['outcome'];
  readonly movedSales: number;
  readonly accruals: number;
}

/** Decides a claim and moves its money, in one transaction or not at all. A rejected one moves nothing. */
export function decideClaim(ctx: Context, input: SettleClaim): Promise<ClaimDecided> {
  return transact(ctx, async (tx) => {
    const { claim, ruling } = await settleClaim(tx, input);
    const moved = ruling
      ? await resettleSales(tx, { saleIds: [claim.saleId], reason: 'claim_upheld', ruling })
      : { saleIds: [], accruals: 0 };
    return {
      id: claim.id,
      state: input.outcome,
      movedSales: moved.saleIds.length,
      accruals: moved.accruals,
    };
  });
}
