import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import { addDays, businessDateOf, startOfDay } from '@mosty/kernel/time';
import { CLASSES, type ReportingClass } from '../../contract/class.ts';
import { STAYED_DAYS, YEAR_DAYS } from '../../domain/client-worth/figure.ts';
import type { HarmOfBook } from '../../domain/reputation/partner-harm.ts';
import type { Window } from '../../domain/window.ts';

export interface HarmedBy {
  readonly partnerId: string;
  readonly name: string;
  readonly sort: string;
}

export interface HarmFilter {
  readonly window: Window;
  readonly currency: string;
  readonly partnerId: string | null;
}

/** An instant column falls into the window. */
export function instantOf(tx: Tx, column: string, { from, to }: Window): RawBuilder<unknown> {
  const at = sql.ref(column);
  return sql`${at} >= ${startOfDay(from, tx.zone)}::timestamptz AND ${at} < ${startOfDay(to, tx.zone)}::timestamptz`;
}

function dateOf(column: string, { from, to }: Window): RawBuilder<unknown> {
  const on = sql.ref(column);
  return sql`${on} >= ${from}::date AND ${on} < ${to}::date`;
}

function of(filter: HarmFilter, column = 'partner_id'): RawBuilder<unknown> {
  return filter.partnerId === null ? sql`true` : sql`${sql.ref(column)} = ${filter.partnerId}`;
}

/** Harm of money by partner, class and currency: from the roll-ups. */
function moneyHarm(tx: Tx, filter: HarmFilter): RawBuilder<unknown> {
  const own = (table: 'd' | 'h') => sql`${sql.ref(`${table}.workspace_id`)} = ${tx.workspaceId}::uuid
    AND ${sql.ref(`${table}.currency`)} = ${filter.currency} AND ${dateOf(`${table}.day`, filter.window)}
    AND ${of(filter, `${table}.partner_id`)}`;
  return sql`
    SELECT partner_id, class, currency, sum(refunds)::bigint AS refunds, sum(refunds_minor)::bigint AS refunds_minor,
           sum(below)::bigint AS below, sum(below_minor)::bigint AS below_minor, sum(clawed)::bigint AS clawed,
           sum(clawed_minor)::bigint AS clawed_minor
    FROM (
      SELECT d.partner_id, d.class, d.currency, d.refunds_count AS refunds, d.refunds_minor, 0 AS below, 0 AS below_minor,
             0 AS clawed, 0 AS clawed_minor
      FROM insight.partner_day d WHERE d.refunds_count > 0 AND ${own('d')}
      UNION ALL
      SELECT h.partner_id, h.class, h.currency, 0, 0, h.below_floor_count, h.below_floor_minor, h.clawbacks_count, h.clawbacks_minor
      FROM insight.harm_day h WHERE ${own('h')}
    ) harm GROUP BY partner_id, class, currency`;
}

/** Partners with anything in the log, by the dearest of their books; those whose harm has no price come last. */
export async function selectHarmed(
  tx: Tx,
  filter: HarmFilter,
  after: Place | null,
  limit: number,
): Promise<HarmedBy[]> {
  const ws = sql`workspace_id = ${tx.workspaceId}::uuid`;
  const { rows } = await sql<HarmedBy>`
    WITH harmed AS (
      SELECT partner_id, max(refunds_minor + below_minor) AS price FROM (${moneyHarm(tx, filter)}) money GROUP BY partner_id
      UNION ALL
      SELECT partner_id, 0 FROM integrity.v_breach WHERE ${ws} AND ${instantOf(tx, 'at', filter.window)} AND ${of(filter)}
      UNION ALL
      SELECT partner_id, 0 FROM integrity.v_incident WHERE ${ws} AND ${instantOf(tx, 'at', filter.window)} AND ${of(filter)}
      UNION ALL
      SELECT partner_id, 0 FROM scores.v_outcome
      WHERE ${ws} AND answer = 'worse' AND ${dateOf('answered_on', filter.window)} AND ${of(filter)}
    ), ranked AS (
      SELECT partner_id, max(price)::bigint AS price FROM harmed GROUP BY partner_id
    )
    SELECT r.partner_id AS "partnerId", p.name, r.price::text AS sort
    FROM ranked r
    JOIN directory.v_partner p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.id = r.partner_id
    WHERE ${
      after === null
        ? sql`true`
        : sql`(r.price, r.partner_id COLLATE "C") < (${after.value}::bigint, ${after.id}::text COLLATE "C")`
    }
    ORDER BY r.price DESC, r.partner_id COLLATE "C" DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}

/** The books of these partners: harm of money, and what was sold in the same days. */
export async function selectHarmBooks(
  tx: Tx,
  filter: HarmFilter,
  partnerIds: readonly string[],
): Promise<HarmOfBook[]> {
  const ids = sql`${[...partnerIds]}::text[]`;
  const { rows } = await sql<HarmOfBook>`
    WITH money AS (
      SELECT * FROM (${moneyHarm(tx, filter)}) all_of_them WHERE partner_id = ANY(${ids})
    ), sold AS (
      SELECT partner_id, class, currency, sum(sales_minor)::bigint AS minor FROM insight.partner_day
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${ids}) AND currency = ${filter.currency}
        AND ${dateOf('day', filter.window)}
      GROUP BY partner_id, class, currency
    )
    SELECT partner_id AS "partnerId", class, currency, COALESCE(m.refunds, 0) AS refunds, COALESCE(m.refunds_minor, 0) AS "refundsMinor",
           COALESCE(m.below, 0) AS "belowFloor", COALESCE(m.below_minor, 0) AS "belowFloorMinor", COALESCE(m.clawed, 0) AS clawbacks,
           COALESCE(m.clawed_minor, 0) AS "clawbacksMinor", COALESCE(s.minor, 0) AS "soldMinor"
    FROM money m FULL JOIN sold s USING (partner_id, class, currency)
    WHERE m.partner_id IS NOT NULL OR s.minor > 0
    ORDER BY partner_id, class, currency`.execute(tx.db);
  return rows;
}

export interface CountedHarm {
  readonly partnerId: string;
  readonly breaches: number;
  readonly rules: number[];
  readonly incidents: number;
  readonly complaints: number;
}

/** What has no price and no class: rules broken, incidents, clients who say it got worse. */
export async function selectCountedHarm(
  tx: Tx,
  filter: HarmFilter,
  partnerIds: readonly string[],
): Promise<CountedHarm[]> {
  const ids = sql`${[...partnerIds]}::text[]`;
  const mine = (column: string) => sql`${sql.ref(column)} = ${tx.workspaceId}::uuid`;
  const { rows } = await sql<CountedHarm>`
    SELECT p.id AS "partnerId", COALESCE(b.n, 0) AS breaches, COALESCE(b.rules, '{}') AS rules, COALESCE(i.n, 0) AS incidents,
           COALESCE(o.n, 0) AS complaints
    FROM unnest(${ids}) AS p(id)
    LEFT JOIN (
      SELECT partner_id, count(*)::int AS n, array_agg(DISTINCT rule::int) AS rules FROM integrity.v_breach
      WHERE ${mine('workspace_id')} AND ${instantOf(tx, 'at', filter.window)} GROUP BY partner_id
    ) b ON b.partner_id = p.id
    LEFT JOIN (
      SELECT partner_id, count(*)::int AS n FROM integrity.v_incident
      WHERE ${mine('workspace_id')} AND ${instantOf(tx, 'at', filter.window)} GROUP BY partner_id
    ) i ON i.partner_id = p.id
    LEFT JOIN (
      SELECT partner_id, count(*)::int AS n FROM scores.v_outcome
      WHERE ${mine('workspace_id')} AND answer = 'worse' AND ${dateOf('answered_on', filter.window)} GROUP BY partner_id
    ) o ON o.partner_id = p.id`.execute(tx.db);
  return rows;
}

export interface ClientsOfBook {
  readonly partnerId: string;
  readonly class: ReportingClass;
  readonly n: number;
  readonly gone: number;
}

/** Clients each brought a year ago and earlier, and those of them who went silent, by the class of their first payment. */
export async function selectClientsKept(tx: Tx, partnerIds: readonly string[]): Promise<ClientsOfBook[]> {
  const today = businessDateOf(tx.now(), tx.zone);
  const { rows } = await sql<ClientsOfBook>`
    SELECT partner_id AS "partnerId", class, count(*)::int AS n,
           (count(*) FILTER (WHERE last_on <= ${addDays(today, -STAYED_DAYS)}::date))::int AS gone
    FROM insight.client_life
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${[...partnerIds]}::text[]) AND class <> 'direct'
      AND first_on < ${addDays(today, 1 - YEAR_DAYS)}::date
    GROUP BY partner_id, class ORDER BY partner_id, array_position(${[...CLASSES]}::text[], class)`.execute(
    tx.db,
  );
  return rows;
}
