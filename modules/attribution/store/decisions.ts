import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Lost, Step } from '../domain/engine/decision.ts';
import type { Facts } from '../domain/engine/facts.ts';

export interface DecisionRow {
  readonly id: Id<'decision'>;
  readonly saleId: string | null;
  readonly refundId: string | null;
  readonly kind: 'credited' | 'uncredited' | 'direct';
  readonly rule: string | null;
  readonly facts: Facts;
  readonly steps: readonly Step[];
  readonly lost: readonly Lost[];
}

export async function insertDecisions(
  tx: Tx,
  rows: readonly DecisionRow[],
  policyNumber: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO attribution.decision (workspace_id, id, sale_id, refund_id, policy_number, kind, rule, facts, steps,
      lost, decided_at, decided_by)
    SELECT ${tx.workspaceId}::uuid, r.id, r."saleId", r."refundId", ${policyNumber}, r.kind, r.rule, r.facts, r.steps,
      r.lost, ${tx.now()}, ${tx.actor.id}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "saleId" text, "refundId" text, kind text,
      rule text, facts jsonb, steps jsonb, lost jsonb)`.execute(tx.db);
}
