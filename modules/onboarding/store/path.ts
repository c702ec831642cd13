import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { PathBody } from '../contract/path.ts';

export interface PathVersion {
  readonly version: number;
  readonly body: PathBody;
  readonly publishedAt: Date | null;
  readonly reason: string | null;
}

export async function newestPath(tx: Tx): Promise<PathVersion | null> {
  const { rows } = await sql<PathVersion>`
    SELECT version, body, published_at AS "publishedAt", reason FROM onboarding.path
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY version DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertPath(tx: Tx, one: PathVersion): Promise<void> {
  await sql`
    INSERT INTO onboarding.path (workspace_id, version, body, reason, published_at, published_by)
    VALUES (${tx.workspaceId}::uuid, ${one.version}, ${JSON.stringify(one.body)}::jsonb, ${one.reason},
      ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}
