import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { dealExists, deleteDeal, insertDeal, saveEffect } from '../store/scenario-deals.ts';
import { knownScenario } from './kept-scenario.ts';

interface Where {
  readonly scenarioId: Id<'scenario'>;
  readonly dealId: Id<'deal'>;
}

/** @throws scenarios.scenario_unknown, scenarios.deal_unknown, scenarios.deal_elsewhere */
export function putDealIntoScenario(ctx: Context, input: Where): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    await knownScenario(tx, input.scenarioId);
    if (!(await dealExists(tx, input.dealId)))
      refuse('not_found', 'scenarios.deal_unknown', { dealId: input.dealId });
    const other = await insertDeal(tx, input.scenarioId, input.dealId);
    if (other === input.scenarioId) return;
    if (other !== null) refuse('conflict', 'scenarios.deal_elsewhere', { scenarioId: other });
    tx.audit({ verb: 'scenarios.add_deal', subject: input.scenarioId, change: { dealId: input.dealId } });
  });
}

/** @throws scenarios.scenario_unknown, scenarios.deal_unknown */
export function takeDealOut(ctx: Context, input: Where): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    await knownScenario(tx, input.scenarioId);
    if (!(await deleteDeal(tx, input.scenarioId, input.dealId)))
      refuse('not_found', 'scenarios.deal_unknown', { dealId: input.dealId });
    tx.audit({ verb: 'scenarios.remove_deal', subject: input.scenarioId, change: { dealId: input.dealId } });
  });
}

/**
 * What became better at the client, and how we know: the value is the result (S3.24).
 * @throws scenarios.scenario_unknown, scenarios.deal_unknown, scenarios.measured_later
 */
export function recordEffect(
  ctx: Context,
  input: Where & { effect: string; evidence: string; measuredOn: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    await knownScenario(tx, input.scenarioId);
    if (input.measuredOn > businessDateOf(tx.now(), tx.zone))
      refuse('invalid', 'scenarios.measured_later', { measuredOn: input.measuredOn });
    if (!(await saveEffect(tx, input, input)))
      refuse('not_found', 'scenarios.deal_unknown', { dealId: input.dealId });
    tx.audit({
      verb: 'scenarios.record_effect',
      subject: input.scenarioId,
      change: { dealId: input.dealId },
    });
  });
}
