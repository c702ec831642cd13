import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { salesOfDeals } from '../store/deal-sales.ts';
import { dealsById, holdRegistrations, saveDeals, type DealRecord } from '../store/deals.ts';
import { closeDeals, reopenDeals } from './close-deals.ts';
import { reviveAfter } from './decide-registration.ts';
import { keptDeal } from './known-deal.ts';
import { stageNamed, stagesOf } from './stages.ts';
import { tellDeals } from './tell-deals.ts';

export interface MoveDeal {
  readonly dealId: Id<'deal'>;
  readonly stage: string;
  readonly lostReason?: string | undefined;
}

/**
 * Moves a deal along the board. A lost one says why; its client is free, and whoever came second has its turn. One that
 * became a sale is won for good: the sale would have to be taken back.
 * @throws deals.stage_unknown, deals.lost_needs_reason, deals.has_sales
 */
export function moveDeal(ctx: Context, input: MoveDeal): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.write');
    await holdRegistrations(tx);
    const deal = await keptDeal(tx, input.dealId);
    const stage = stageNamed(await stagesOf(tx), input.stage);
    if (stage.code === deal.stage) return deal;
    if (stage.outcome === 'lost' && !input.lostReason) refuse('invalid', 'deals.lost_needs_reason');
    if (deal.outcome === 'won' && (await salesOfDeals(tx, [deal.id])).length > 0)
      refuse('not_now', 'deals.has_sales', { number: deal.number });
    if (stage.outcome) {
      await closeDeals(tx, [deal], { outcome: stage.outcome, reason: input.lostReason });
      if (stage.outcome === 'lost') await reviveAfter(tx, [deal.id]);
    } else if (deal.outcome) await reopenDeals(tx, [deal], stage.code);
    else {
      const moved = { ...deal, stage: stage.code, openStage: stage.code, movedAt: tx.now() };
      await saveDeals(tx, [moved]);
      await insertDealEvents(tx, [
        { dealId: deal.id, what: 'moved', params: { from: deal.stage, to: stage.code } },
      ]);
      tellDeals(tx, 'deal.moved', [moved]);
    }
    tx.audit({
      verb: 'deals.move_deal',
      subject: deal.id,
      reason: input.lostReason,
      change: { from: deal.stage, to: stage.code },
    });
    return (await dealsById(tx, [deal.id]))[0] ?? deal;
  });
}
