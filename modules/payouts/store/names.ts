import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';

type Names = Promise<Map<string, string>>;

/** Whose statement, and of which month. */
export async function namesOfStatements(tx: Tx, ids: readonly string[]): Names {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT s.id, p.name || ' · ' || s.month AS name FROM payouts.statement s
    JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Who is paid, and on which day. */
export async function namesOfPayouts(tx: Tx, ids: readonly string[]): Names {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT o.id, p.name || ' · ' || b.pay_on AS name FROM payouts.payout o
    JOIN payouts.payout_batch b ON b.workspace_id = o.workspace_id AND b.id = o.batch_id
    JOIN directory.v_partner p ON p.workspace_id = o.workspace_id AND p.id = o.partner_id
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whose debt. */
export async function namesOfWriteOffs(tx: Tx, ids: readonly string[]): Names {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT w.id, p.name FROM payouts.write_off w
    JOIN directory.v_partner p ON p.workspace_id = w.workspace_id AND p.id = w.partner_id
    WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
