import type { Tx } from '@mosty/kernel/context';
import type { Outcome } from '../contract/deal.ts';
import { stageOfOutcome } from '../domain/stages.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { saveDeals, type DealRecord } from '../store/deals.ts';
import { tellDeals } from './tell-deals.ts';
import { stagesOf } from './stages.ts';

interface Closing {
  readonly outcome: Outcome;
  readonly reason?: string | null | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** The deals are locked by the caller; those closed in that way already stay as they are. */
export async function closeDeals(
  tx: Tx,
  deals: readonly DealRecord[],
  { outcome, reason = null, params = {} }: Closing,
): Promise<DealRecord[]> {
  const open = deals.filter((deal) => deal.outcome !== outcome);
  if (open.length === 0) return [];
  const stage = stageOfOutcome(await stagesOf(tx), outcome);
  const closed = open.map((deal) => ({
    ...deal,
    stage,
    outcome,
    lostReason: outcome === 'lost' ? reason : null,
    closedAt: tx.now(),
    movedAt: tx.now(),
    nextStep: null,
    nextStepOn: null,
  }));
  await saveDeals(tx, closed);
  await insertDealEvents(
    tx,
    closed.map(({ id }) => ({
      dealId: id,
      what: outcome,
      params: { ...(reason ? { reason } : {}), ...params },
    })),
  );
  tellDeals(tx, `deal.${outcome}`, closed);
  return closed;
}

/** A closed deal is open again, where it stood before. */
export async function reopenDeals(tx: Tx, deals: readonly DealRecord[], stage?: string): Promise<void> {
  const open = deals
    .filter((deal) => deal.outcome !== null)
    .map((deal) => ({
      ...deal,
      stage: stage ?? deal.openStage,
      openStage: stage ?? deal.openStage,
      outcome: null,
      lostReason: null,
      closedAt: null,
      movedAt: tx.now(),
    }));
  await saveDeals(tx, open);
  await insertDealEvents(
    tx,
    open.map(({ id, stage: to }) => ({ dealId: id, what: 'reopened', params: { stage: to } })),
  );
  tellDeals(tx, 'deal.reopened', open);
}
