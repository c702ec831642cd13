import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Change } from '../contract/history.ts';
import type { DayScores } from '../domain/changes.ts';

export type KeptDay = DayScores & { readonly partnerId: string; readonly day: BusinessDate };

/** The scores of each before this day: what the day changed. */
export async function lastBefore(
  tx: Tx,
  partnerIds: readonly string[],
  day: BusinessDate,
): Promise<ReadonlyMap<string, KeptDay>> {
  const { rows } = await sql<KeptDay>`
    SELECT DISTINCT ON (partner_id) partner_id AS "partnerId", day, trust, pulse, silence, parts FROM scores.score_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${[...partnerIds]}::text[]) AND day < ${day}::date
    ORDER BY partner_id, day DESC`.execute(tx.db);
  return new Map(rows.map((row) => [row.partnerId, row]));
}

/** The day as it is now: who did not change on it after all has no row of it. */
export async function saveDay(
  tx: Tx,
  day: BusinessDate,
  partnerIds: readonly string[],
  changed: readonly (Omit<KeptDay, 'day'> & { readonly changes: readonly Change[] })[],
): Promise<void> {
  const keep = changed.map((one) => one.partnerId);
  await sql`
    DELETE FROM scores.score_day WHERE workspace_id = ${tx.workspaceId}::uuid AND day = ${day}::date
      AND partner_id = ANY(${[...partnerIds]}::text[]) AND partner_id <> ALL(${keep}::text[])`.execute(tx.db);
  if (changed.length === 0) return;
  await sql`
    INSERT INTO scores.score_day (workspace_id, partner_id, day, trust, pulse, silence, parts, changes)
    SELECT ${tx.workspaceId}::uuid, r."partnerId", ${day}::date, r.trust, r.pulse, r.silence, r.parts, r.changes
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS r("partnerId" text, trust int, pulse int, silence text,
      parts jsonb, changes jsonb)
    ON CONFLICT (workspace_id, partner_id, day) DO UPDATE SET trust = EXCLUDED.trust, pulse = EXCLUDED.pulse,
      silence = EXCLUDED.silence, parts = EXCLUDED.parts, changes = EXCLUDED.changes`.execute(tx.db);
}

export interface HistoryRow {
  readonly day: BusinessDate;
  readonly trust: number | null;
  readonly pulse: number | null;
  readonly silence: string;
  readonly changes: readonly Change[];
}

/** Newest first. */
export async function historyOf(tx: Tx, partnerId: string, limit: number): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    SELECT day, trust, pulse, silence, changes FROM scores.score_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY day DESC LIMIT ${limit}`.execute(
    tx.db,
  );
  return rows;
}
