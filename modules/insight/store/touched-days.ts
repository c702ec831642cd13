import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { dayOf, instantIn } from './days.ts';

/**
 * Days that change because the given ones did. A refund stands in the class of its sale, so it moves when the sale
 * is credited to another; and a refund finds its sale, or loses it, on days that nobody names.
 */
export async function daysThatFollow(tx: Tx, days: readonly BusinessDate[]): Promise<BusinessDate[]> {
  const { rows } = await sql<{ day: BusinessDate }>`
    WITH waiting AS (
      SELECT ${dayOf(tx, 'f.occurred_at')} AS day, f.currency, bit_xor(hashtextextended(f.id, 0)) AS mark
      FROM deals.v_refund f WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.matched_at IS NULL GROUP BY 1, 2
    ), noted AS (
      SELECT day, currency, mark FROM insight.unmatched_day WHERE workspace_id = ${tx.workspaceId}::uuid
    )
    SELECT COALESCE(w.day, n.day) AS day FROM waiting w FULL JOIN noted n ON n.day = w.day AND n.currency = w.currency
    WHERE w.mark IS DISTINCT FROM n.mark
    UNION
    SELECT ${dayOf(tx, 'f.occurred_at')} FROM deals.v_refund f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.sale_id = ANY(ARRAY(
      SELECT s.id FROM deals.v_sale s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND ${instantIn(tx, 's.occurred_at', days)}))`.execute(
    tx.db,
  );
  return rows.map((row) => row.day);
}

/** Clients whose story may have changed with facts of these days, taken-back ones included. */
export async function clientsTouched(tx: Tx, days: readonly BusinessDate[]): Promise<string[]> {
  const { rows } = await sql<{ client_id: string }>`
    SELECT s.client_id FROM deals.v_sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.client_id IS NOT NULL AND ${instantIn(tx, 's.occurred_at', days)}
    UNION
    SELECT f.client_id FROM deals.v_refund f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.client_id IS NOT NULL AND ${instantIn(tx, 'f.occurred_at', days)}
    UNION
    SELECT r.client_id FROM deals.v_taken_back r
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.client_id IS NOT NULL AND ${instantIn(tx, 'r.occurred_at', days)}`.execute(
    tx.db,
  );
  return rows.map((row) => row.client_id);
}

/** Partners that have, or until now had, something on these days. */
export async function partnersOn(tx: Tx, days: readonly BusinessDate[]): Promise<string[]> {
  const { rows } = await sql<{ partner_id: string }>`
    SELECT DISTINCT partner_id FROM insight.partner_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND day = ANY(${[...days]}::date[])`.execute(tx.db);
  return rows.map((row) => row.partner_id);
}
