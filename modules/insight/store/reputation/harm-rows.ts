import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { ReportingClass } from '../../contract/class.ts';
import type { Harm } from '../../contract/reputation.ts';
import { dayOf } from '../days.ts';
import { beyond } from '../number-rows.ts';
import { shortOfFloor } from './build-harm.ts';
import { instantOf, type HarmFilter } from './select-harm.ts';

export interface LoggedFilter extends HarmFilter {
  readonly kind: Harm | null;
  readonly class: ReportingClass | null;
  readonly floorPpm: bigint;
}

export interface LoggedHarm {
  readonly id: string;
  readonly kind: Harm;
  readonly class: ReportingClass | null;
  readonly on: string;
  readonly partnerId: string;
  readonly partnerName: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly saleId: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly figure: number | null;
  readonly note: string | null;
  readonly sort: string;
}

interface Source {
  readonly at: RawBuilder<unknown>;
  readonly id: string;
  readonly partner: RawBuilder<unknown>;
  /** NULL: it is of no class. */
  readonly class: RawBuilder<unknown> | null;
  readonly client?: RawBuilder<unknown>;
  readonly sale?: RawBuilder<unknown>;
  readonly amount?: RawBuilder<unknown>;
  readonly figure?: RawBuilder<unknown>;
  readonly note?: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
}

/** One table of the log a query, each with its own end of the page: no table is read further than a page. */
function sourcesOf(tx: Tx, { window, currency, floorPpm }: LoggedFilter): Readonly<Record<Harm, Source>> {
  const ws = (table: string) => sql`${sql.ref(`${table}.workspace_id`)} = ${tx.workspaceId}::uuid`;
  const source = (table: string) => sql`${ws(table)} AND ${sql.ref(`${table}.role`)} = 'source'`;
  return {
    // Who answers for a refund is looked up for each (LIMIT keeps it so): taken for a join, a few hundred refunds were
    // compared with every participant of the company.
    refund: {
      partner: sql`COALESCE(p.partner_id, c.partner_id)`,
      class: sql`COALESCE(p.class, c.class)`,
      id: 'f.id',
      at: sql`f.occurred_at`,
      client: sql`f.client_id`,
      sale: sql`f.sale_id`,
      amount: sql`f.amount_minor`,
      note: sql`f.reason`,
      from: sql`deals.v_refund f
        LEFT JOIN LATERAL (
          SELECT partner_id, class FROM attribution.v_participant p WHERE ${source('p')} AND p.sale_id = f.sale_id LIMIT 1
        ) p ON true
        LEFT JOIN LATERAL (
          SELECT partner_id, class FROM attribution.v_participant c
          WHERE ${source('c')} AND f.sale_id IS NULL AND c.refund_id = f.id LIMIT 1
        ) c ON true
        WHERE ${ws('f')} AND COALESCE(p.partner_id, c.partner_id) IS NOT NULL AND f.matched_at IS NOT NULL AND f.currency = ${currency} AND ${instantOf(tx, 'f.occurred_at', window)}`,
    },
    below_floor: {
      partner: sql`p.partner_id`,
      class: sql`p.class`,
      id: 's.id',
      at: sql`s.occurred_at`,
      client: sql`s.client_id`,
      sale: sql`s.id`,
      amount: shortOfFloor('s', floorPpm),
      figure: sql`(1000000 - s.amount_minor::numeric * 1000000 / s.list_minor)::int`,
      // Only the days that have any: most sales are above the floor, and are not looked at.
      from: sql`(
          SELECT DISTINCT (h.day::timestamp AT TIME ZONE ${tx.zone}) AS since, ((h.day + 1)::timestamp AT TIME ZONE ${tx.zone}) AS until
          FROM insight.harm_day h
          WHERE ${ws('h')} AND h.below_floor_count > 0 AND h.currency = ${currency} AND h.day >= ${window.from}::date
            AND h.day < ${window.to}::date
        ) day
        JOIN deals.v_sale s ON ${ws('s')} AND s.occurred_at >= day.since AND s.occurred_at < day.until
        JOIN attribution.v_participant p ON ${source('p')} AND p.sale_id = s.id
        WHERE s.currency = ${currency} AND s.list_minor > 0 AND ${shortOfFloor('s', floorPpm)} IS NOT NULL`,
    },
    clawback: {
      id: 'a.id',
      at: sql`a.effective_at`,
      partner: sql`a.partner_id`,
      class: sql`a.class`,
      sale: sql`a.sale_id`,
      amount: sql`-a.amount_minor`,
      from: sql`incentives.v_accrual a
        WHERE ${ws('a')} AND a.kind = 'clawback' AND a.amount_minor <> 0 AND a.currency = ${currency} AND ${instantOf(tx, 'a.effective_at', window)}`,
    },
    breach: {
      id: 'b.id',
      at: sql`b.at`,
      partner: sql`b.partner_id`,
      class: null,
      figure: sql`b.rule::int`,
      from: sql`integrity.v_breach b WHERE ${ws('b')} AND ${instantOf(tx, 'b.at', window)}`,
    },
    incident: {
      id: 'i.id',
      at: sql`i.at`,
      partner: sql`i.partner_id`,
      class: null,
      note: sql`i.severity`,
      from: sql`integrity.v_incident i WHERE ${ws('i')} AND ${instantOf(tx, 'i.at', window)}`,
    },
    complaint: {
      id: 'o.id',
      at: sql`(o.answered_on::timestamp AT TIME ZONE ${tx.zone})`,
      partner: sql`o.partner_id`,
      class: null,
      client: sql`o.client_id`,
      from: sql`scores.v_outcome o WHERE ${ws('o')} AND o.answer = 'worse'
        AND o.answered_on >= ${window.from}::date AND o.answered_on < ${window.to}::date`,
    },
  };
}

/** The log, newest first: every kind in one order. */
export async function selectHarmRows(
  tx: Tx,
  filter: LoggedFilter,
  after: Place | null,
  limit: number,
): Promise<LoggedHarm[]> {
  const sources = Object.entries(sourcesOf(tx, filter)).filter(
    ([kind, of]) =>
      (filter.kind === null || kind === filter.kind) && (filter.class === null || of.class !== null),
  );
  if (sources.length === 0) return [];
  const none = sql`NULL`;
  const pages = sources.map(([kind, of]) => {
    const id = sql.ref(of.id);
    return sql`(
      SELECT ${id} AS id, ${kind}::text AS kind, ${of.class ?? none}::text AS class, ${of.at} AS at, ${of.partner} AS partner_id,
             ${of.client ?? none}::text AS client_id, ${of.sale ?? none}::text AS sale_id, ${of.amount ?? none}::bigint AS minor,
             ${of.figure ?? none}::int AS figure, ${of.note ?? none}::text AS note
      FROM ${of.from}
        AND ${filter.partnerId === null ? sql`true` : sql`${of.partner} = ${filter.partnerId}`}
        AND ${filter.class === null || of.class === null ? sql`true` : sql`${of.class} = ${filter.class}`}
        AND ${beyond(after, of.at, sql`${id} COLLATE "C"`, 'timestamptz')}
      ORDER BY ${of.at} DESC, ${id} COLLATE "C" DESC LIMIT ${limit})`;
  });
  const { rows } = await sql<LoggedHarm>`
    SELECT r.id, r.kind, r.class, ${dayOf(tx, 'r.at')} AS "on", r.partner_id AS "partnerId", p.name AS "partnerName",
           r.client_id AS "clientId", c.name AS "clientName", r.sale_id AS "saleId", r.minor AS "amountMinor",
           CASE WHEN r.minor IS NOT NULL THEN ${filter.currency}::text END AS currency, r.figure, r.note, r.at::text AS sort
    FROM (${sql.join(pages, sql` UNION ALL `)}) r
    LEFT JOIN directory.v_partner p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.id = r.partner_id
    LEFT JOIN directory.v_client c ON c.workspace_id = ${tx.workspaceId}::uuid AND c.id = r.client_id
    ORDER BY r.at DESC, r.id COLLATE "C" DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}
