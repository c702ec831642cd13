import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../contract/class.ts';
import type { Window } from '../domain/window.ts';
import { deedsOf } from './deeds.ts';
import { prepared } from './prepared.ts';

/** Of the present, whatever the window: who is in the list of partners and never got an agreement launched (S2.19). */
export async function countContacts(tx: Tx): Promise<number> {
  const rows = await prepared(
    tx,
    sql<{ contacts: bigint }>`
    SELECT count(*) AS contacts FROM directory.v_partner p
    JOIN agreements.v_partner_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.archived_at IS NULL AND s.standing = 'contact'`,
  );
  return Number(rows[0]?.contacts ?? 0);
}

/**
 * Costs of the window on each partner that sold nothing in it, per class. NOT IN is meant: it is answered by a hash
 * whatever the planner believes about the number of rows.
 */
export function spentInVain(tx: Tx, window: Window, currency: string) {
  return sql`
    SELECT partner_id, class, sum(costs_minor)::bigint AS minor, max(day) AS day FROM insight.partner_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND costs_count > 0 AND currency = ${currency}
      AND day >= ${window.from}::date AND day < ${window.to}::date
      AND (partner_id, class) NOT IN (
        SELECT partner_id, class FROM (${deedsOf(tx, { sold: { window, deed: 'sold' } })}) deed WHERE sold)
    GROUP BY partner_id, class`;
}

export async function selectSpentInVain(tx: Tx, window: Window, currency: string) {
  const rows = await prepared(
    tx,
    sql<{ class: ReportingClass; partners: bigint; minor: bigint }>`
    SELECT class, count(*) AS partners, sum(minor)::bigint AS minor FROM (${spentInVain(tx, window, currency)}) vain GROUP BY class`,
  );
  return rows.map((row) => ({ class: row.class, partners: Number(row.partners), minor: row.minor }));
}
