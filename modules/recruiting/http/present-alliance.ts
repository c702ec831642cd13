import type { Context, Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { isLogosOnly, LOGOS_DAYS } from '../domain/logos-only.ts';
import { allianceRows, goalsOf, soldByAlliances, type GoalRecord } from '../store/alliance.ts';

export function presentGoal(ctx: Pick<Context, 'clock' | 'zone'>, { partnerId: _, ...goal }: GoalRecord) {
  const today = businessDateOf(ctx.clock.now(), ctx.zone);
  return { ...goal, isOverdue: goal.state === 'open' && goal.reviewOn < today };
}

export async function presentAlliances(tx: Tx) {
  const rows = await allianceRows(tx);
  const ids = rows.map((row) => row.partner.id);
  const goals = Map.groupBy(await goalsOf(tx, ids), (goal) => goal.partnerId);
  const sold = Map.groupBy(await soldByAlliances(tx, ids), (one) => one.partnerId);
  return {
    logosDays: LOGOS_DAYS,
    items: rows.map((row) => ({
      ...row,
      logosOnly: isLogosOnly(row, tx.now()),
      goals: (goals.get(row.partner.id) ?? []).map((goal) => presentGoal(tx, goal)),
      sold: (sold.get(row.partner.id) ?? []).map(({ partnerId: _, ...one }) => one),
    })),
  };
}
