import { keptPartner } from '@mosty/directory';
import { permit, type Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { PlanKind, Side } from '../contract/plan.ts';
import { statusOf } from '../domain/plan.ts';
import { rights } from '../policy.ts';
import { lockPlan, missBefore, savePlan, type PlanRecord } from '../store/plan.ts';

export interface PlanFields {
  readonly kind: PlanKind;
  readonly title: string;
  readonly side: Side;
  readonly dueOn?: string | null | undefined;
  readonly benefit?: string | null | undefined;
  readonly message?: string | null | undefined;
  readonly support?: string | null | undefined;
}

const told = ({ kind, title, side, dueOn, benefit, message, support }: PlanFields) => ({
  kind,
  title,
  side,
  dueOn: dueOn ?? null,
  benefit: benefit ?? null,
  message: message ?? null,
  support: support ?? null,
});

/** Puts something into the joint plan. @throws directory.partner_unknown, directory.partner_of_another_manager */
export function addPlanItem(
  ctx: Context,
  input: PlanFields & { partnerId: Id<'partner'> },
): Promise<PlanRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const { id: partnerId } = await keptPartner(tx, input.partnerId);
    const item: PlanRecord = {
      id: tx.id('plan'),
      partnerId,
      ...told(input),
      state: 'open',
      outcome: null,
      settledOn: null,
    };
    await savePlan(tx, item);
    tx.audit({ verb: 'rhythm.add_plan_item', subject: partnerId, change: { planItemId: item.id } });
    tx.emit({ type: 'plan.changed', partnerId, planItemId: item.id });
    return item;
  });
}

/** @throws rhythm.plan_item_unknown, rhythm.plan_item_settled */
export function changePlanItem(
  ctx: Context,
  input: PlanFields & { planItemId: Id<'plan'> },
): Promise<PlanRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const item =
      (await lockPlan(tx, input.planItemId)) ??
      refuse('not_found', 'rhythm.plan_item_unknown', { planItemId: input.planItemId });
    await keptPartner(tx, item.partnerId);
    if (item.state === 'done' || item.state === 'dropped') refuse('not_now', 'rhythm.plan_item_settled');
    // A missed one that is given another day is planned again.
    const changed: PlanRecord = { ...item, ...told(input), state: 'open' };
    await savePlan(tx, changed);
    tx.audit({ verb: 'rhythm.change_plan_item', subject: item.partnerId, change: { planItemId: item.id } });
    tx.emit({ type: 'plan.changed', partnerId: item.partnerId, planItemId: item.id });
    return changed;
  });
}

/**
 * Done, and what came of it; or dropped, and why. A draft cannot be done: nobody knew what people were to get of it.
 * @throws rhythm.plan_item_unknown, rhythm.plan_item_settled, rhythm.draft_is_not_done
 */
export function settlePlanItem(
  ctx: Context,
  input: { planItemId: Id<'plan'>; state: 'done' | 'dropped'; outcome: string },
): Promise<PlanRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const item =
      (await lockPlan(tx, input.planItemId)) ??
      refuse('not_found', 'rhythm.plan_item_unknown', { planItemId: input.planItemId });
    await keptPartner(tx, item.partnerId);
    if (item.state === 'done' || item.state === 'dropped') refuse('not_now', 'rhythm.plan_item_settled');
    if (input.state === 'done' && statusOf(item) === 'draft') refuse('not_now', 'rhythm.draft_is_not_done');
    const settled: PlanRecord = {
      ...item,
      state: input.state,
      outcome: input.outcome,
      settledOn: businessDateOf(tx.now(), tx.zone),
    };
    await savePlan(tx, settled);
    tx.audit({
      verb: 'rhythm.settle_plan_item',
      subject: item.partnerId,
      change: { planItemId: item.id, state: input.state },
    });
    tx.emit({ type: 'plan.changed', partnerId: item.partnerId, planItemId: item.id });
    return settled;
  });
}

/** What was planned for a day that is over. Safe to repeat. */
export function missPlanItems(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const missed = await missBefore(tx, businessDateOf(tx.now(), tx.zone));
    for (const { id, partnerId } of missed) tx.emit({ type: 'plan.missed', partnerId, planItemId: id });
    return missed.length;
  });
}

export const lookForMissed: Round = { name: 'rhythm.miss_plan_items', run: missPlanItems };
