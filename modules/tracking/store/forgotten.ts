import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';

/** The first day whose clicks are all there; null: none was ever forgotten. */
export async function forgottenBefore(tx: Tx): Promise<BusinessDate | null> {
  const { rows } = await sql<{ day: BusinessDate }>`
    SELECT before::text AS day FROM tracking.clicks_forgotten WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return rows[0]?.day ?? null;
}

/** From now on clicks before the day are not there, or soon will not be. */
export async function saveForgotten(tx: Tx, before: BusinessDate): Promise<void> {
  await sql`
    INSERT INTO tracking.clicks_forgotten AS f (workspace_id, before) VALUES (${tx.workspaceId}::uuid, ${before}::date)
    ON CONFLICT (workspace_id) DO UPDATE SET before = GREATEST(f.before, EXCLUDED.before)`.execute(tx.db);
}

/** Months that are over whole, and of the rest no more than `most`. Answers how many. */
export async function forgetClicks(tx: Tx, before: Date, most: number): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    SELECT tracking.forget_clicks(${before}, ${most})::float8 AS forgotten`.execute(tx.db);
  return rows[0]?.forgotten ?? 0;
}

export interface BindingsForgotten {
  readonly forgotten: number;
  /** Go on after it; null: all were looked at. */
  readonly next: string | null;
}

/** Browsers bound before the moment that have not come since: whose they were is forgotten too. */
export async function forgetBindings(
  tx: Tx,
  { before, after, most }: { before: Date; after: string; most: number },
): Promise<BindingsForgotten> {
  const { rows: old } = await sql<{ visitorId: string }>`
    SELECT DISTINCT visitor_id AS "visitorId" FROM tracking.visitor_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND bound_at < ${before} AND visitor_id > ${after}
    ORDER BY visitor_id LIMIT ${most}`.execute(tx.db);
  const asked = old.map((one) => one.visitorId);
  const { rows: seen } = await sql<{ visitorId: string }>`
    SELECT DISTINCT visitor_id AS "visitorId" FROM tracking.click
    WHERE workspace_id = ${tx.workspaceId}::uuid AND visitor_id = ANY(${asked}::text[]) AND clicked_at >= ${before}`.execute(
    tx.db,
  );
  const came = new Set(seen.map((one) => one.visitorId));
  const { rows } = await sql`
    DELETE FROM tracking.visitor_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND bound_at < ${before}
      AND visitor_id = ANY(${asked.filter((visitorId) => !came.has(visitorId))}::text[])
    RETURNING 1 AS gone`.execute(tx.db);
  return { forgotten: rows.length, next: asked.length < most ? null : (asked.at(-1) ?? null) };
}
