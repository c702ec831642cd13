import type { Tx } from '@mosty/kernel/context';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

/** What is usual in this company on a day. Amounts are texts: JSON has no whole numbers of their size. */
export interface Yardstick {
  /** Share of registrations taken. */
  readonly approved: number | null;
  /** Class → refunds for each sale. */
  readonly refunds: Readonly<Record<string, number>>;
  /** `kind book` → the median of 90 days among those who brought anything. */
  readonly medians: Readonly<Record<string, string>>;
}

export async function yardstickOf(tx: Tx, day: BusinessDate): Promise<Yardstick | null> {
  const { rows } = await sql<{ body: Yardstick }>`
    SELECT body FROM scores.yardstick WHERE workspace_id = ${tx.workspaceId}::uuid AND day = ${day}::date`.execute(
    tx.db,
  );
  return rows[0]?.body ?? null;
}

export async function saveYardstick(tx: Tx, day: BusinessDate, body: Yardstick): Promise<void> {
  await sql`
    INSERT INTO scores.yardstick (workspace_id, day, body)
    VALUES (${tx.workspaceId}::uuid, ${day}::date, ${JSON.stringify(body)}::jsonb) ON CONFLICT DO NOTHING`.execute(
    tx.db,
  );
}

/** A middle of fewer would tell a partner what another one brings. */
const MEDIAN_OF = 3;

/** Counted from whole days before this one, over the whole company, without a row of any single partner. */
export async function countYardstick(tx: Tx, day: BusinessDate): Promise<Yardstick> {
  const company = sql`workspace_id = ${tx.workspaceId}::uuid`;
  const [yearAgo, quarterAgo] = [addDays(day, -365), addDays(day, -90)];
  const { rows } = await sql<{
    approved: number | null;
    refunds: Record<string, number> | null;
    medians: Record<string, string> | null;
  }>`
    WITH sold AS (
      SELECT partner_id, class, currency, sum(sales_minor - refunds_minor) AS value, sum(took_part_count) AS took
      FROM insight.v_partner_day WHERE ${company} AND day > ${quarterAgo}::date AND day < ${day}::date
      GROUP BY partner_id, class, currency
    ), book AS (
      SELECT partner_id, class || ' ' || currency AS book, value FROM sold WHERE value > 0
      UNION ALL SELECT partner_id, 'took_part', sum(took) FROM sold WHERE took > 0 GROUP BY partner_id
    ), of_kind AS (
      SELECT DISTINCT a.kind, b.partner_id, b.book, b.value FROM book b
      JOIN agreements.v_agreement a ON a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id = b.partner_id
        AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
    ), median AS (
      SELECT kind || ' ' || book AS key, percentile_disc(0.5) WITHIN GROUP (ORDER BY value)::text AS value
      FROM of_kind GROUP BY kind, book HAVING count(*) >= ${MEDIAN_OF}
    ), refund AS (
      SELECT class, sum(refunds_count)::float8 / sum(sales_count) AS share FROM insight.v_partner_day
      WHERE ${company} AND day > ${yearAgo}::date AND day < ${day}::date GROUP BY class HAVING sum(sales_count) > 0
    )
    SELECT
      (SELECT avg((registration <> 'rejected')::int)::float8 FROM deals.v_deal
       WHERE ${company} AND registration IN ('approved', 'expired', 'rejected') AND registered_at >= ${yearAgo}::date
         AND registered_at < ${day}::date) AS approved,
      (SELECT jsonb_object_agg(class, share) FROM refund) AS refunds,
      (SELECT jsonb_object_agg(key, value) FROM median) AS medians`.execute(tx.db);
  const found = rows[0];
  return { approved: found?.approved ?? null, refunds: found?.refunds ?? {}, medians: found?.medians ?? {} };
}
