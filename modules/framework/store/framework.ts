import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { FrameworkBody } from '../contract/framework.ts';

export interface FrameworkVersion {
  readonly version: number;
  readonly body: FrameworkBody;
  readonly reason: string;
  readonly publishedAt: Date;
}

export async function newestFramework(tx: Tx): Promise<FrameworkVersion | null> {
  const { rows } = await sql<FrameworkVersion>`
    SELECT version, body, reason, published_at AS "publishedAt" FROM framework.version
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY version DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function versionsOfFramework(tx: Tx): Promise<Omit<FrameworkVersion, 'body'>[]> {
  const { rows } = await sql<Omit<FrameworkVersion, 'body'>>`
    SELECT version, reason, published_at AS "publishedAt" FROM framework.version
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY version DESC`.execute(tx.db);
  return rows;
}

export async function insertFramework(tx: Tx, one: FrameworkVersion): Promise<void> {
  await sql`
    INSERT INTO framework.version (workspace_id, version, body, reason, published_at, published_by)
    VALUES (${tx.workspaceId}::uuid, ${one.version}, ${JSON.stringify(one.body)}::jsonb, ${one.reason}, ${one.publishedAt},
            ${tx.actor.id})`.execute(tx.db);
}
