import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';

export async function countOpening(
  tx: Tx,
  assetId: string,
  partnerId: Id<'partner'> | null,
  day: BusinessDate,
): Promise<void> {
  if (partnerId === null)
    await sql`
      INSERT INTO library.own_opening AS o (workspace_id, asset_id, day, opens)
      VALUES (${tx.workspaceId}::uuid, ${assetId}, ${day}::date, 1)
      ON CONFLICT (workspace_id, asset_id, day) DO UPDATE SET opens = o.opens + 1`.execute(tx.db);
  else
    await sql`
      INSERT INTO library.opening AS o (workspace_id, asset_id, partner_id, day, opens)
      VALUES (${tx.workspaceId}::uuid, ${assetId}, ${partnerId}, ${day}::date, 1)
      ON CONFLICT (workspace_id, asset_id, partner_id, day) DO UPDATE SET opens = o.opens + 1`.execute(tx.db);
}

export interface ReaderFound {
  readonly partnerId: Id<'partner'>;
  readonly name: string;
  readonly opens: number;
  readonly lastOn: string;
}

/** Partners whose people opened it, those who opened most first. */
export async function readersOf(tx: Tx, assetId: string, most: number): Promise<ReaderFound[]> {
  const { rows } = await sql<ReaderFound>`
    SELECT o.partner_id AS "partnerId", p.name, sum(o.opens)::int AS opens, max(o.day)::text AS "lastOn"
    FROM library.opening o
    JOIN directory.v_partner p ON p.workspace_id = o.workspace_id AND p.id = o.partner_id
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.asset_id = ${assetId}
    GROUP BY o.partner_id, p.name ORDER BY sum(o.opens) DESC, p.name LIMIT ${most}`.execute(tx.db);
  return rows;
}
