import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';

/** own: everything, but one’s own next steps alone · team: everybody’s. */
export type FeedScope = 'own' | 'team';

export async function saveFeed(tx: Tx, memberId: string, scope: FeedScope, tokenHash: string): Promise<void> {
  await sql`
    INSERT INTO rhythm.feed (workspace_id, member_id, scope, token_hash, made_at)
    VALUES (${tx.workspaceId}::uuid, ${memberId}, ${scope}, ${tokenHash}, ${tx.now()})
    ON CONFLICT (workspace_id, member_id, scope) DO UPDATE SET token_hash = EXCLUDED.token_hash, made_at = EXCLUDED.made_at`.execute(
    tx.db,
  );
}

/** Whose calendar a secret address shows; asked before any company is known. */
export async function feedOf(
  database: Database,
  tokenHash: string,
): Promise<{
  readonly workspaceId: string;
  readonly memberId: Id<'member'>;
  readonly scope: FeedScope;
} | null> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ workspaceId: string; memberId: Id<'member'>; scope: FeedScope }>`
      SELECT workspace_id AS "workspaceId", member_id AS "memberId", scope FROM rhythm.feed_behind(${tokenHash})`.execute(
      connection.queries,
    );
    return rows[0] ?? null;
  } finally {
    connection.release();
  }
}
