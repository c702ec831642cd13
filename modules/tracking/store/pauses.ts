import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** Links of the partner, those to be made in the pause too, lead to one address. @returns those that do now */
export async function pauseLinksOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  leadsTo: string | null,
): Promise<Id<'link'>[]> {
  await sql`
    INSERT INTO tracking.pause (workspace_id, partner_id, leads_to, since)
    VALUES (${tx.workspaceId}::uuid, ${partnerId}, ${leadsTo}, ${tx.now()})
    ON CONFLICT (workspace_id, partner_id) DO UPDATE SET leads_to = EXCLUDED.leads_to, since = EXCLUDED.since`.execute(
    tx.db,
  );
  return leadTo(tx, partnerId, leadsTo);
}

/** The pause is over, if there was one. @returns links that lead where they did before */
export async function resumeLinksOf(tx: Tx, partnerId: Id<'partner'>): Promise<Id<'link'>[]> {
  await sql`
    DELETE FROM tracking.pause WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(
    tx.db,
  );
  return leadTo(tx, partnerId, null);
}

/** All links of paused partners lead to another address from now on. @returns those that changed, and whose they are */
export async function moveNeutral(
  tx: Tx,
  leadsTo: string | null,
): Promise<{ linkId: Id<'link'>; partnerId: Id<'partner'> }[]> {
  await sql`
    UPDATE tracking.pause SET leads_to = ${leadsTo}::text WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  const { rows } = await sql<{ linkId: Id<'link'>; partnerId: Id<'partner'> }>`
    UPDATE tracking.link l SET paused_to = ${leadsTo}::text FROM tracking.pause p
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND p.workspace_id = l.workspace_id AND p.partner_id = l.partner_id
      AND l.paused_to IS DISTINCT FROM ${leadsTo}::text
    RETURNING l.id AS "linkId", l.partner_id AS "partnerId"`.execute(tx.db);
  return rows;
}

async function leadTo(tx: Tx, partnerId: Id<'partner'>, pausedTo: string | null): Promise<Id<'link'>[]> {
  const { rows } = await sql<{ id: Id<'link'> }>`
    UPDATE tracking.link SET paused_to = ${pausedTo}::text
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
      AND paused_to IS DISTINCT FROM ${pausedTo}::text
    RETURNING id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Since when each of these partners is paused without links. */
export async function pausedSince(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, Date>> {
  if (partnerIds.length === 0) return new Map();
  const { rows } = await sql<{ partnerId: string; since: Date }>`
    SELECT partner_id AS "partnerId", since FROM tracking.pause
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[])`.execute(tx.db);
  return new Map(rows.map(({ partnerId, since }) => [partnerId, since]));
}
