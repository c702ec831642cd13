import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface Keeping {
  readonly clientId: string;
  /** Null: from the beginning. */
  readonly since: Date | null;
  readonly partnerId: string | null;
  readonly reason: string;
}

/** Appends to the history of keepers: who kept the client from when on. One row a client; the client is locked. */
export async function insertKeeping(tx: Tx, rows: readonly Keeping[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    WITH said AS (
      SELECT client_id, count(*) AS steps FROM directory.keeping
      WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${rows.map((row) => row.clientId)}::text[])
      GROUP BY client_id)
    INSERT INTO directory.keeping (workspace_id, client_id, step, since, recorded_at, partner_id, reason, by_actor)
    SELECT ${tx.workspaceId}::uuid, r."clientId", COALESCE(s.steps, 0) + 1, COALESCE(r.since, '-infinity'), ${tx.now()},
           r."partnerId", r.reason, ${tx.actor.id}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("clientId" text, since timestamptz, "partnerId" text, reason text)
    LEFT JOIN said s ON s.client_id = r."clientId"`.execute(tx.db);
}

export interface KeepingLine {
  readonly partner: { readonly id: Id<'partner'>; readonly name: string } | null;
  readonly since: Date | null;
  readonly reason: string;
  readonly recordedAt: Date;
}

/** Newest first. */
export async function keepersOf(tx: Tx, clientId: Id<'client'>): Promise<KeepingLine[]> {
  const { rows } = await sql<{
    partnerId: Id<'partner'> | null;
    partnerName: string | null;
    since: Date | null;
    reason: string;
    recordedAt: Date;
  }>`
    SELECT k.partner_id AS "partnerId", p.name AS "partnerName", NULLIF(k.since, '-infinity') AS since, k.reason,
           k.recorded_at AS "recordedAt"
    FROM directory.keeping k
    LEFT JOIN directory.partner p ON p.workspace_id = k.workspace_id AND p.id = k.partner_id
    WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.client_id = ${clientId}
    ORDER BY k.step DESC LIMIT 100`.execute(tx.db);
  return rows.map(({ partnerId, partnerName, ...line }) => ({
    ...line,
    partner: partnerId === null ? null : { id: partnerId, name: partnerName ?? '' },
  }));
}
