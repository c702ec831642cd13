import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { PlanKind, Side } from '../contract/plan.ts';
import type { Planned } from '../domain/plan.ts';

export interface PlanRecord extends Planned {
  readonly id: Id<'plan'>;
  readonly partnerId: Id<'partner'>;
  readonly kind: PlanKind;
  readonly title: string;
  readonly side: Side;
  readonly outcome: string | null;
  readonly settledOn: string | null;
}

export type NamedPlan = PlanRecord & { readonly partnerName: string };

const FIELDS = sql`
  i.id, i.partner_id AS "partnerId", i.kind, i.title, i.side, i.due_on AS "dueOn", i.benefit, i.message, i.support,
  i.state, i.outcome, i.settled_on AS "settledOn"`;

/** Most of a partner's plan on one page; whoever asks for more narrows the days. */
export const PLAN_ROWS = 500;

export async function planItems(
  tx: Tx,
  asked: { partnerId?: string | undefined; from?: string | undefined; to?: string | undefined },
): Promise<NamedPlan[]> {
  const { rows } = await sql<NamedPlan>`
    SELECT ${FIELDS}, p.name AS "partnerName" FROM rhythm.plan_item i
    JOIN directory.v_partner p ON p.workspace_id = i.workspace_id AND p.id = i.partner_id
    WHERE i.workspace_id = ${tx.workspaceId}::uuid
      ${asked.partnerId ? sql`AND i.partner_id = ${asked.partnerId}` : sql``}
      ${asked.from ? sql`AND i.due_on >= ${asked.from}::date` : sql``}
      ${asked.to ? sql`AND i.due_on <= ${asked.to}::date` : sql``}
    ORDER BY i.due_on NULLS LAST, i.id LIMIT ${PLAN_ROWS + 1}`.execute(tx.db);
  return rows;
}

export async function namedPlan(tx: Tx, id: string): Promise<NamedPlan | null> {
  const { rows } = await sql<NamedPlan>`
    SELECT ${FIELDS}, p.name AS "partnerName" FROM rhythm.plan_item i
    JOIN directory.v_partner p ON p.workspace_id = i.workspace_id AND p.id = i.partner_id
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Locked till the end of the transaction. */
export async function lockPlan(tx: Tx, id: string): Promise<PlanRecord | null> {
  const { rows } = await sql<PlanRecord>`
    SELECT ${FIELDS} FROM rhythm.plan_item i
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function savePlan(tx: Tx, one: PlanRecord): Promise<void> {
  await sql`
    INSERT INTO rhythm.plan_item (workspace_id, id, partner_id, kind, title, side, due_on, benefit, message, support,
      state, outcome, settled_on, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.kind}, ${one.title}, ${one.side},
      ${one.dueOn}::date, ${one.benefit}, ${one.message}, ${one.support}, ${one.state}, ${one.outcome},
      ${one.settledOn}::date, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, id) DO UPDATE SET kind = EXCLUDED.kind, title = EXCLUDED.title, side = EXCLUDED.side,
      due_on = EXCLUDED.due_on, benefit = EXCLUDED.benefit, message = EXCLUDED.message, support = EXCLUDED.support,
      state = EXCLUDED.state, outcome = EXCLUDED.outcome, settled_on = EXCLUDED.settled_on`.execute(tx.db);
}

/** What was planned for a day before this one and is still open, was missed. */
export async function missBefore(
  tx: Tx,
  day: string,
): Promise<{ id: Id<'plan'>; partnerId: Id<'partner'> }[]> {
  const { rows } = await sql<{ id: Id<'plan'>; partnerId: Id<'partner'> }>`
    UPDATE rhythm.plan_item SET state = 'missed'
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'open' AND due_on < ${day}::date AND benefit IS NOT NULL
      AND message IS NOT NULL AND support IS NOT NULL
    RETURNING id, partner_id AS "partnerId"`.execute(tx.db);
  return rows;
}
