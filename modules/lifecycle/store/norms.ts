import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';
import type { Norms } from '../contract/pipeline.ts';
import type { Stage } from '../contract/stages.ts';
import { USUAL_NORMS } from '../domain/norms.ts';

/** The company's own norms over the usual ones. */
export async function normsOf(tx: Tx): Promise<Norms> {
  const { rows } = await sql<{ stage: Stage; days: number | null }>`
    SELECT stage, days FROM lifecycle.norm WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return { ...USUAL_NORMS, ...Object.fromEntries(rows.map(({ stage, days }) => [stage, days])) };
}

export async function saveNorms(tx: Tx, norms: Partial<Norms>): Promise<void> {
  await sql`
    INSERT INTO lifecycle.norm (workspace_id, stage, days)
    SELECT ${tx.workspaceId}::uuid, key, value::int FROM jsonb_each_text(${JSON.stringify(norms)}::jsonb)
    ON CONFLICT (workspace_id, stage) DO UPDATE SET days = EXCLUDED.days`.execute(tx.db);
}
