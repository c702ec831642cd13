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
  /** Everybody it speaks of. */
  readonly partnerIds: readonly string[];
  readonly supersedes?: string | null;
}

export async function insertDecisions(
  tx: Tx,
  rows: readonly DecisionRow[],
  policyNumber: number,
  /** Why it is decided again. */
  reason: string | null = null,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO attribution.decision (workspace_id, id, sale_id, refund_id, policy_number, kind, rule, facts, steps,
      lost, partner_ids, decided_at, decided_by, reason, supersedes)
    SELECT ${tx.workspaceId}::uuid, r.id, r."saleId", r."refundId", ${policyNumber}, r.kind, r.rule, r.facts, r.steps,
      r.lost, ARRAY(SELECT jsonb_array_elements_text(r."partnerIds")), ${tx.now()}, ${tx.actor.id}, ${reason}, r.supersedes
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "saleId" text, "refundId" text, kind text,
      rule text, facts jsonb, steps jsonb, lost jsonb, "partnerIds" jsonb, supersedes text)`.execute(tx.db);
}

export interface StandingDecision {
  readonly id: Id<'decision'>;
  readonly saleId: string;
  readonly policyNumber: number;
  readonly decidedAt: Date;
  readonly reason: string | null;
  readonly kind: 'credited' | 'uncredited' | 'direct';
  readonly rule: string | null;
  readonly facts: Facts;
  readonly steps: readonly Step[];
  readonly lost: readonly Lost[];
}

const STANDING = sql`
  d.id, d.sale_id AS "saleId", d.policy_number AS "policyNumber", d.decided_at AS "decidedAt", d.reason, d.kind, d.rule,
  d.facts, d.steps, d.lost`;

/** The decision of each sale that no later one supersedes; a direct sale with nothing to explain may have none. */
export async function standingDecisions(
  tx: Tx,
  saleIds: readonly string[],
): Promise<Map<string, StandingDecision>> {
  const { rows } = await sql<StandingDecision>`
    SELECT ${STANDING}
    FROM attribution.decision d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.sale_id = ANY(${saleIds}::text[]) AND NOT EXISTS (
      SELECT FROM attribution.decision n WHERE n.workspace_id = d.workspace_id AND n.supersedes = d.id)`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.saleId, row]));
}

/** Decisions of sales that stand, by id: newest sales first, since ids are made by the day of the sale. */
export async function standingBefore(
  tx: Tx,
  before: string | null,
  limit: number,
): Promise<StandingDecision[]> {
  const { rows } = await sql<StandingDecision>`
    SELECT ${STANDING} FROM attribution.decision d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.sale_id IS NOT NULL
      AND (${before}::text IS NULL OR d.id < ${before}) AND NOT EXISTS (
        SELECT FROM attribution.decision n WHERE n.workspace_id = d.workspace_id AND n.supersedes = d.id)
    ORDER BY d.id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}
