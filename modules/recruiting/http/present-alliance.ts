import type { Context, Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { isLogosOnly } from '../domain/logos-only.ts';
import { allianceRows, type GoalRecord } from '../store/alliance.ts';

export function presentGoal(ctx: Pick<Context, 'clock' | 'zone'>, { partnerId: _, ...goal }: GoalRecord) {
  const today = businessDateOf(ctx.clock.now(), ctx.zone);
  return { ...goal, isOverdue: goal.state === 'open' && goal.reviewOn < today };
}

export async function presentAlliances(tx: Tx) {
  const rows = await allianceRows(tx);
  return { items: rows.map((row) => ({ ...row, logosOnly: isLogosOnly(row, tx.now()) })) };
}
