import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { arrayLiteral, asArrays, type ArrayColumn } from '@mosty/kernel/db';
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

const COLUMNS: readonly ArrayColumn<DecisionRow>[] = [
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'sale_id', type: 'text', value: (row) => row.saleId },
  { name: 'refund_id', type: 'text', value: (row) => row.refundId },
  { name: 'kind', type: 'text', value: (row) => row.kind },
  { name: 'rule', type: 'text', value: (row) => row.rule },
  { name: 'facts', type: 'jsonb', value: (row) => JSON.stringify(row.facts) },
  { name: 'steps', type: 'jsonb', value: (row) => JSON.stringify(row.steps) },
  { name: 'lost', type: 'jsonb', value: (row) => JSON.stringify(row.lost) },
  { name: 'partner_ids', type: 'text[]', value: (row) => arrayLiteral(row.partnerIds) },
  { name: 'supersedes', type: 'text', value: (row) => row.supersedes ?? null },
];

export async function insertDecisions(
  tx: Tx,
  rows: readonly DecisionRow[],
  policyNumber: number,
  /** Why it is decided again. */
  reason: string | null = null,
): Promise<void> {
  if (rows.length === 0) return;
  const { names, values, from } = asArrays(COLUMNS, rows);
  await sql`
    INSERT INTO attribution.decision (workspace_id, policy_number, decided_at, decided_by, reason, ${names})
    SELECT ${tx.workspaceId}::uuid, ${policyNumber}, ${tx.now()}, ${tx.actor.id}, ${reason}, ${values}
    FROM ${from}`.execute(tx.db);
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
