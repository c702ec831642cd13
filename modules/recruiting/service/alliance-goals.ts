import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { insertGoal, lockGoal, saveOutcome, type GoalRecord } from '../store/alliance.ts';

/** A common goal with a day of review (S2.21). @throws recruiting.review_in_past */
export function setGoal(
  ctx: Context,
  input: Pick<GoalRecord, 'partnerId' | 'kind' | 'gain' | 'aim' | 'proof' | 'reviewOn'>,
): Promise<GoalRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, input.partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    if (input.reviewOn <= today) refuse('invalid', 'recruiting.review_in_past', { today });
    const goal: GoalRecord = {
      ...input,
      id: tx.id('alliance_goal'),
      state: 'open',
      outcome: null,
      setAt: tx.now(),
      decidedAt: null,
    };
    await insertGoal(tx, goal);
    tx.audit({
      verb: 'recruiting.set_goal',
      subject: goal.partnerId,
      change: { goalId: goal.id, kind: goal.kind, gain: goal.gain, reviewOn: goal.reviewOn },
    });
    return goal;
  });
}

/** Reached, with what was seen; or dropped, and why. @throws recruiting.goal_unknown, recruiting.goal_settled */
export function settleGoal(
  ctx: Context,
  input: { goalId: Id<'alliance_goal'>; state: 'reached' | 'dropped'; outcome: string },
): Promise<GoalRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    const { goalId, state, outcome } = input;
    const goal = (await lockGoal(tx, goalId)) ?? refuse('not_found', 'recruiting.goal_unknown', { goalId });
    await keptPartner(tx, goal.partnerId);
    if (goal.state !== 'open') refuse('conflict', 'recruiting.goal_settled', { state: goal.state });
    const settled: GoalRecord = { ...goal, state, outcome, decidedAt: tx.now() };
    await saveOutcome(tx, settled);
    tx.audit({
      verb: 'recruiting.settle_goal',
      subject: goal.partnerId,
      reason: outcome,
      change: { goalId, state },
    });
    return settled;
  });
}
