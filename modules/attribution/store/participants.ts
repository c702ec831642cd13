import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { asArrays, type ArrayColumn } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Reason } from '../contract.ts';

export interface ParticipantRow {
  readonly id: Id<'participant'>;
  readonly saleId: string | null;
  readonly refundId: string | null;
  readonly partnerId: string;
  readonly agreementId: string;
  readonly class: string;
  readonly kind: string;
  readonly role: string;
  readonly leads: boolean;
  readonly sharePpm: number;
  readonly capMinor: number | null;
  readonly dealId: string | null;
  readonly rule: string;
  readonly reason: Reason;
  readonly decisionId: Id<'decision'>;
}

const COLUMNS: readonly ArrayColumn<ParticipantRow>[] = [
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'sale_id', type: 'text', value: (row) => row.saleId },
  { name: 'refund_id', type: 'text', value: (row) => row.refundId },
  { name: 'partner_id', type: 'text', value: (row) => row.partnerId },
  { name: 'agreement_id', type: 'text', value: (row) => row.agreementId },
  { name: 'class', type: 'text', value: (row) => row.class },
  { name: 'kind', type: 'text', value: (row) => row.kind },
  { name: 'role', type: 'text', value: (row) => row.role },
  { name: 'leads', type: 'boolean', value: (row) => String(row.leads) },
  { name: 'share_ppm', type: 'bigint', value: (row) => String(row.sharePpm) },
  { name: 'cap_minor', type: 'bigint', value: (row) => row.capMinor?.toString() ?? null },
  { name: 'deal_id', type: 'text', value: (row) => row.dealId },
  { name: 'rule', type: 'text', value: (row) => row.rule },
  { name: 'reason', type: 'jsonb', value: (row) => JSON.stringify(row.reason) },
  { name: 'decision_id', type: 'text', value: (row) => row.decisionId },
];

/** A credit that another transaction gave at the same time stands; ours is dropped. */
export async function insertParticipants(tx: Tx, rows: readonly ParticipantRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { names, values, from } = asArrays(COLUMNS, rows);
  await sql`
    INSERT INTO attribution.participant (workspace_id, created_at, ${names})
    SELECT ${tx.workspaceId}::uuid, ${tx.now()}, ${values} FROM ${from}
    ON CONFLICT DO NOTHING`.execute(tx.db);
}

export async function insertUncredited(
  tx: Tx,
  rows: readonly { saleId: string; reason: Reason }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO attribution.uncredited (workspace_id, sale_id, reason, created_at)
    SELECT ${tx.workspaceId}::uuid, r."saleId", r.reason, ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("saleId" text, reason jsonb)
    ON CONFLICT (workspace_id, sale_id) DO UPDATE SET reason = EXCLUDED.reason, created_at = EXCLUDED.created_at`.execute(
    tx.db,
  );
}

/** Nobody waits for a credit any more: what was said of it before is out of date. */
export async function deleteUncredited(tx: Tx, saleIds: readonly string[]): Promise<void> {
  if (saleIds.length === 0) return;
  await sql`
    DELETE FROM attribution.uncredited
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${saleIds}::text[])`.execute(tx.db);
}

/** Participants of sales or credits that were taken back count no more. */
export async function withdrawParticipants(
  tx: Tx,
  subject: 'sale' | 'refund',
  ids: readonly string[],
): Promise<number> {
  const column = subject === 'sale' ? sql.ref('sale_id') : sql.ref('refund_id');
  const { rows } = await sql`
    UPDATE attribution.participant SET withdrawn_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ${column} = ANY(${ids}::text[]) AND withdrawn_at IS NULL
    RETURNING id`.execute(tx.db);
  return rows.length;
}

export type StandingPart = Pick<
  ParticipantRow,
  | 'id'
  | 'partnerId'
  | 'agreementId'
  | 'role'
  | 'leads'
  | 'sharePpm'
  | 'capMinor'
  | 'dealId'
  | 'rule'
  | 'reason'
> & { readonly saleId: string };

/** Who takes part in the sales now. */
export async function standingParts(
  tx: Tx,
  saleIds: readonly string[],
): Promise<Map<string, StandingPart[]>> {
  const { rows } = await sql<StandingPart>`
    SELECT id, sale_id AS "saleId", partner_id AS "partnerId", agreement_id AS "agreementId", role, leads,
           share_ppm::int AS "sharePpm", cap_minor::float8 AS "capMinor", deal_id AS "dealId", rule, reason
    FROM attribution.participant
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${saleIds}::text[]) AND withdrawn_at IS NULL
    ORDER BY id`.execute(tx.db);
  return Map.groupBy(rows, (row) => row.saleId);
}

export async function withdrawParts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE attribution.participant SET withdrawn_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}

/** Parts that go on, by a newer decision. Nobody leads in between: two that change places would meet in the index. */
export async function continueParts(tx: Tx, rows: readonly ParticipantRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    UPDATE attribution.participant SET leads = false
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${rows.map((row) => row.id)}::text[]) AND leads`.execute(
    tx.db,
  );
  await sql`
    UPDATE attribution.participant p SET leads = r.leads, share_ppm = r."sharePpm", cap_minor = r."capMinor",
      deal_id = r."dealId", rule = r.rule, reason = r.reason, decision_id = r."decisionId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, leads boolean, "sharePpm" bigint,
      "capMinor" bigint, "dealId" text, rule text, reason jsonb, "decisionId" text)
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = r.id`.execute(tx.db);
}
