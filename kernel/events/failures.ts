import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';

export interface FailedReaction {
  readonly reaction: string;
  readonly failure: string;
  readonly failures: number;
}

/** Reactions of this workspace that stand still, for doctor and the health page. */
export async function failedReactions(tx: Tx): Promise<FailedReaction[]> {
  const { rows } = await sql<FailedReaction>`
    SELECT reaction, failure, failures FROM kernel.reaction_progress
    WHERE workspace_id = ${tx.workspaceId}::uuid AND failed_at IS NOT NULL ORDER BY reaction`.execute(tx.db);
  return rows;
}
