import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';
import type { Stage } from '../contract/stages.ts';

export interface StageFlow {
  readonly stage: Stage;
  readonly entered: number;
  readonly wentOn: number;
  readonly declined: number;
  readonly stillHere: number;
  readonly medianDays: number | null;
}

/**
 * Of those who entered each stage in the time, what became of them by now. Whoever was taken over went through nothing
 * and is not counted; a change of path is no step.
 */
export async function flowOfStages(tx: Tx, time: { from: Date; to: Date }): Promise<StageFlow[]> {
  const { rows } = await sql<StageFlow>`
    WITH step AS (
      SELECT to_stage AS stage, at, taken_over, lead(to_stage) OVER way AS next, lead(at) OVER way AS left_at
      FROM lifecycle.passage
      WHERE workspace_id = ${tx.workspaceId}::uuid AND from_stage IS DISTINCT FROM to_stage
      WINDOW way AS (PARTITION BY partner_id ORDER BY no))
    SELECT stage, count(*)::int AS entered,
           count(*) FILTER (WHERE next NOT IN ('declined', 'stop_listed'))::int AS "wentOn",
           count(*) FILTER (WHERE next IN ('declined', 'stop_listed'))::int AS declined,
           count(*) FILTER (WHERE next IS NULL)::int AS "stillHere",
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM left_at - at) / 86400.0)
             FILTER (WHERE left_at IS NOT NULL))::int AS "medianDays"
    FROM step WHERE at >= ${time.from} AND at < ${time.to} AND NOT taken_over GROUP BY stage`.execute(tx.db);
  return rows;
}

/** Candidates decided in the time: approved, or turned away before that (S0.8). */
export async function decisionsOn(
  tx: Tx,
  time: { from: Date; to: Date },
): Promise<{ approved: number; decided: number }> {
  const { rows } = await sql<{ approved: number; decided: number }>`
    SELECT count(*) FILTER (WHERE to_stage = 'approved')::int AS approved, count(*)::int AS decided
    FROM lifecycle.passage
    WHERE workspace_id = ${tx.workspaceId}::uuid AND at >= ${time.from} AND at < ${time.to}
      AND from_stage IN ('candidate', 'talking', 'checking') AND to_stage IN ('approved', 'declined', 'stop_listed')`.execute(
    tx.db,
  );
  return rows[0] ?? { approved: 0, decided: 0 };
}
