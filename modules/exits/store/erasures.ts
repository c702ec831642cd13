import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

export interface ToErase {
  readonly partnerId: Id<'partner'>;
  readonly no: number;
}

/** Last partings that are over, whose day has come, of partners that did not come back. */
const isDue = (tx: Tx, today: BusinessDate) => sql`
  e.workspace_id = ${tx.workspaceId}::uuid AND e.retention_on <= ${today}::date AND e.erased_at IS NULL
  AND e.closed_at IS NOT NULL AND s.stage IN ('ended', 'stop_listed')
  AND NOT EXISTS (SELECT FROM exits.exit l
    WHERE l.workspace_id = e.workspace_id AND l.partner_id = e.partner_id AND l.no > e.no)`;

export async function exitsToErase(tx: Tx, today: BusinessDate): Promise<ToErase[]> {
  const { rows } = await sql<ToErase>`
    SELECT e.partner_id AS "partnerId", e.no FROM exits.exit e
    JOIN lifecycle.v_standing s ON s.workspace_id = e.workspace_id AND s.partner_id = e.partner_id
    WHERE ${isDue(tx, today)} ORDER BY e.retention_on, e.partner_id`.execute(tx.db);
  return rows;
}

/**
 * Asked again when nothing can change any more: the partner is locked before it, so nobody makes a step meanwhile.
 * False when another process was first, the partner came back or its day was moved.
 */
export async function lockExitToErase(
  tx: Tx,
  { partnerId, no }: ToErase,
  today: BusinessDate,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT e.no FROM exits.exit e
    JOIN lifecycle.v_standing s ON s.workspace_id = e.workspace_id AND s.partner_id = e.partner_id
    WHERE ${isDue(tx, today)} AND e.partner_id = ${partnerId} AND e.no = ${no} FOR UPDATE OF e`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export async function saveErased(tx: Tx, { partnerId, no }: ToErase, people: number): Promise<void> {
  await sql`
    UPDATE exits.exit SET erased_at = ${tx.now()}, erased_people = ${people}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND no = ${no}`.execute(tx.db);
}

/** Who is known of the partner now: those who spoke for it, and those who signed in. */
export async function peopleKnown(tx: Tx, partnerId: string): Promise<{ faces: number; people: number }> {
  const { rows } = await sql<{ faces: number; people: number }>`
    SELECT
      (SELECT count(*)::int FROM directory.v_face
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND side = 'theirs') AS faces,
      (SELECT count(*)::int FROM identity.v_member_of_partner
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}) AS people`.execute(tx.db);
  return rows[0] ?? { faces: 0, people: 0 };
}
