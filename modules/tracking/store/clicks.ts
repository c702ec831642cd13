import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Click } from '../domain/click.ts';

/** Makes the months of these moments where they are missing. */
export async function makeClickMonths(tx: Tx, first: Date, last: Date): Promise<void> {
  await sql`
    SELECT tracking.make_click_months((${first}::timestamptz AT TIME ZONE 'UTC')::date,
      (${last}::timestamptz AT TIME ZONE 'UTC')::date)`.execute(tx.db);
}

/** One loader at a time in a company: two would each count a visitor whom both see for the first time. */
export async function lockClicks(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7305021, hashtext(${tx.workspaceId}))`.execute(tx.db);
}

/** Until what is being loaded is committed; till our own commit nothing more is loaded. Others wait beside us. */
export async function waitForLoader(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(7305021, hashtext(${tx.workspaceId}))`.execute(tx.db);
}

const DAY_MS = 86_400_000;

/**
 * Writes those that are not there yet, by their ids, and adds them to the roll-up in the same statement. Answers the ids
 * that were written. Who of the visitors had been there that day is read once for all of them: asked click by click it took
 * the planner's wrong guess about a month it has not looked at yet, seconds for a batch.
 */
export async function insertClicks(tx: Tx, clicks: readonly Click[]): Promise<Set<string>> {
  const moments = clicks.map((click) => click.clickedAt.getTime());
  // A day of the company begins and ends within a day of the clock.
  const since = new Date(Math.min(...moments) - DAY_MS);
  const until = new Date(Math.max(...moments) + DAY_MS);
  const visitors = [...new Set(clicks.map((click) => click.visitorId))];
  const { rows } = await sql<{ id: string }>`
    WITH coming AS (
      SELECT c.* FROM jsonb_to_recordset(${asRows(clicks)}::jsonb) AS c(id text, link_id text, partner_id text, agreement_id text,
        visitor_id text, clicked_at timestamptz, verdict text, why text, ip_hash text, country text, user_agent text,
        referrer_host text, destination text, utm jsonb, yclid text, erid text, in_app text, consented boolean)
    ), written AS (
      INSERT INTO tracking.click (workspace_id, id, link_id, partner_id, agreement_id, visitor_id, clicked_at, verdict, why,
        ip_hash, country, user_agent, referrer_host, destination, utm, yclid, erid, in_app, consented)
      SELECT ${tx.workspaceId}::uuid, c.id, c.link_id, c.partner_id, c.agreement_id, c.visitor_id, c.clicked_at, c.verdict,
        c.why, c.ip_hash, c.country, c.user_agent, c.referrer_host, c.destination, NULLIF(c.utm, 'null'), c.yclid, c.erid,
        c.in_app, c.consented
      FROM coming c
      ON CONFLICT DO NOTHING
      RETURNING id, link_id, partner_id, visitor_id, verdict, country, referrer_host,
        (clicked_at AT TIME ZONE ${tx.zone})::date AS day
    ), led AS (
      INSERT INTO tracking.click_origin_day AS o (workspace_id, link_id, day, kind, name, partner_id, clicks)
      SELECT ${tx.workspaceId}::uuid, w.link_id, w.day, f.kind, f.name, min(w.partner_id), count(*)
      FROM written w CROSS JOIN LATERAL ${originsOf('w')}
      WHERE w.verdict = 'human' GROUP BY w.link_id, w.day, f.kind, f.name
      ON CONFLICT (workspace_id, link_id, day, kind, name) DO UPDATE SET clicks = o.clicks + EXCLUDED.clicks
    ), met AS (
      SELECT link_id, partner_id, day, verdict, visitor_id, 1 AS clicks, false AS before FROM written
      UNION ALL
      SELECT k.link_id, k.partner_id, (k.clicked_at AT TIME ZONE ${tx.zone})::date, k.verdict, k.visitor_id, 0, true
      FROM tracking.click k
      WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.visitor_id = ANY(${visitors}::text[])
        AND k.clicked_at BETWEEN ${since} AND ${until}
    ), seen AS (
      SELECT m.link_id, min(m.partner_id) AS partner_id, m.day, m.verdict, sum(m.clicks) AS clicks, bool_or(m.before) AS before
      FROM met m GROUP BY m.link_id, m.day, m.verdict, m.visitor_id
    ), counted AS (
      INSERT INTO tracking.click_day AS d (workspace_id, link_id, day, verdict, partner_id, clicks, visitors)
      SELECT ${tx.workspaceId}::uuid, s.link_id, s.day, s.verdict, min(s.partner_id), sum(s.clicks),
        count(*) FILTER (WHERE NOT s.before)
      FROM seen s WHERE s.clicks > 0 GROUP BY s.link_id, s.day, s.verdict
      ON CONFLICT (workspace_id, link_id, day, verdict)
        DO UPDATE SET clicks = d.clicks + EXCLUDED.clicks, visitors = d.visitors + EXCLUDED.visitors
    )
    SELECT id FROM written`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** Where a click came from, a row of each kind; what is not known has an empty name. */
function originsOf(row: string) {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  return sql`(VALUES ('country', COALESCE(${of('country')}, '')), ('referrer', COALESCE(${of('referrer_host')}, ''))) AS f(kind, name)`;
}

function asRows(clicks: readonly Click[]): string {
  return JSON.stringify(
    clicks.map((click) => ({
      id: click.id,
      link_id: click.linkId,
      partner_id: click.partnerId,
      agreement_id: click.agreementId,
      visitor_id: click.visitorId,
      clicked_at: click.clickedAt,
      verdict: click.verdict,
      why: click.why,
      ip_hash: click.ipHash,
      country: click.country,
      user_agent: click.userAgent,
      referrer_host: click.referrerHost,
      destination: click.destination,
      utm: click.utm,
      yclid: click.yclid,
      erid: click.erid,
      in_app: click.inApp,
      consented: click.consented,
    })),
  );
}

/**
 * The roll-ups made anew from the clicks: what the loader keeps must equal it. Days whose clicks are forgotten stay as
 * they were.
 */
export async function rebuildClickDays(tx: Tx): Promise<void> {
  const kept = sql`(SELECT COALESCE(max(before), '-infinity') FROM tracking.clicks_forgotten
    WHERE workspace_id = ${tx.workspaceId}::uuid)`;
  const day = sql`(c.clicked_at AT TIME ZONE ${tx.zone})::date`;
  await lockClicks(tx);
  await sql`
    DELETE FROM tracking.click_day WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${kept}`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO tracking.click_day (workspace_id, link_id, day, verdict, partner_id, clicks, visitors)
    SELECT c.workspace_id, c.link_id, ${day}, c.verdict, min(c.partner_id), count(*), count(DISTINCT c.visitor_id)
    FROM tracking.click c WHERE c.workspace_id = ${tx.workspaceId}::uuid AND ${day} >= ${kept}
    GROUP BY 1, 2, 3, 4`.execute(tx.db);
  await sql`
    DELETE FROM tracking.click_origin_day WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${kept}`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO tracking.click_origin_day (workspace_id, link_id, day, kind, name, partner_id, clicks)
    SELECT c.workspace_id, c.link_id, ${day}, f.kind, f.name, min(c.partner_id), count(*)
    FROM tracking.click c CROSS JOIN LATERAL ${originsOf('c')}
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.verdict = 'human' AND ${day} >= ${kept}
    GROUP BY 1, 2, 3, 4, 5`.execute(tx.db);
}

/** Clicks of people are counted and where they came from is not: as before the second roll-up was kept. */
export async function lacksOrigins(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    SELECT EXISTS (SELECT FROM tracking.click WHERE workspace_id = ${tx.workspaceId}::uuid AND verdict = 'human')
      AND NOT EXISTS (SELECT FROM tracking.click_origin_day WHERE workspace_id = ${tx.workspaceId}::uuid) AS lacks`.execute(
    tx.db,
  );
  return rows[0]?.lacks ?? false;
}
