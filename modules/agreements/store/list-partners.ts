import type { SearchPatterns } from '@mosty/directory';
import type { Track } from '@mosty/directory/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql, type RawBuilder } from 'kysely';
import type { Kind, ReportingClass } from '../contract/classes.ts';
import type { PartnerSort, Standing } from '../contract/partners.ts';

export interface PartnerFilter {
  readonly search: SearchPatterns | null;
  readonly standing?: Standing | undefined;
  readonly class?: ReportingClass | undefined;
  readonly kind?: Kind | undefined;
  readonly track?: Track | undefined;
  /** `nobody`: partners that nobody keeps. */
  readonly ownerMemberId?: string | undefined;
  /** Whom this file wrote down first. */
  readonly import?: string | undefined;
  readonly archived: boolean;
  readonly quiet?: 'yes' | undefined;
  readonly waits?: 'yes' | undefined;
  readonly today: BusinessDate;
  readonly sortBy: PartnerSort;
  readonly descending: boolean;
  readonly after: Place | null;
  readonly limit: number;
}

export interface PartnerRow {
  readonly id: Id<'partner'>;
  readonly name: string;
  readonly externalId: string | null;
  readonly purpose: string | null;
  readonly city: string | null;
  readonly track: Track;
  readonly ownerMemberId: Id<'member'> | null;
  readonly standing: Standing;
  readonly partnerSince: BusinessDate | null;
  readonly agreements: { id: Id<'agreement'>; class: ReportingClass; kind: Kind }[];
  readonly openPromises: number;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  /** What it is ordered by, for the next page. */
  readonly sortKey: string;
}

/** An open agreement of the partner in the row, with something true of it. */
const hasOpen = (what: RawBuilder<unknown>) => sql`EXISTS (SELECT FROM agreements.agreement a
  WHERE a.workspace_id = p.workspace_id AND a.partner_id = p.id AND a.ended_at IS NULL AND ${what})`;

/**
 * The rule of `v_partner_standing` over the agreements `a` of one partner. As a scalar subquery it costs one look
 * into an index a row and stops with the page; written with NOT EXISTS the planner, misled by row level security,
 * joined everything with everything (100,000 partners: over two minutes against half a second).
 */
const STANDING = sql`CASE
  WHEN bool_or(a.launched_on IS NOT NULL AND a.ended_at IS NULL) THEN 'partner'
  WHEN bool_or(a.launched_on IS NOT NULL) AND bool_and(a.ended_at IS NOT NULL) THEN 'left'
  ELSE 'contact' END`;

const score = (
  view: string,
  column: string,
  none: string,
) => sql`COALESCE((SELECT s.${sql.raw(column)} FROM ${sql.raw(`scores.${view}`)} s
  WHERE s.workspace_id = p.workspace_id AND s.partner_id = p.id), ${sql.raw(none)})`;
/** Whoever has no score stands where the least of them would. */
const SORTS: Readonly<Record<PartnerSort, { readonly by: RawBuilder<unknown>; readonly type: string }>> = {
  name: { by: sql`p.name_key`, type: 'text' },
  createdAt: { by: sql`p.created_at`, type: 'timestamptz' },
  trust: { by: score('v_trust', 'trust', '-1'), type: 'int' },
  pulse: { by: score('v_pulse', 'pulse', '-1'), type: 'int' },
  lastSignal: { by: score('v_silence', 'last_signal_on', "'0001-01-01'::date"), type: 'date' },
};

/** One row more than `limit` where there is a next page. Only the page's own agreements are gathered. */
export async function listPartnerRows(tx: Tx, filter: PartnerFilter): Promise<PartnerRow[]> {
  const { by } = SORTS[filter.sortBy];
  const direction = filter.descending ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<PartnerRow>`
    WITH page AS MATERIALIZED (
      SELECT p.*, ${by} AS sort_key FROM directory.v_partner p WHERE ${sql.join(conditions(tx, filter), sql` AND `)}
      ORDER BY ${by} ${direction}, p.id ${direction} LIMIT ${filter.limit + 1})
    SELECT p.id, p.name, p.external_id AS "externalId", p.purpose, p.city, p.track, p.owner_member_id AS "ownerMemberId",
           p.created_at AS "createdAt", p.archived_at AS "archivedAt", a.standing, a.since AS "partnerSince",
           COALESCE(a.open, '[]') AS agreements, m.open AS "openPromises", p.sort_key::text AS "sortKey"
    FROM page p
    CROSS JOIN LATERAL (
      SELECT ${STANDING} AS standing, min(a.launched_on) AS since,
             jsonb_agg(jsonb_build_object('id', a.id, 'class', a.class, 'kind', a.kind) ORDER BY a.starts_on, a.id)
               FILTER (WHERE a.ended_at IS NULL) AS open
      FROM agreements.agreement a WHERE a.workspace_id = p.workspace_id AND a.partner_id = p.id) a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open FROM agreements.promise m
      WHERE m.workspace_id = p.workspace_id AND m.partner_id = p.id AND m.outcome IS NULL) m
    ORDER BY p.sort_key ${direction}, p.id ${direction}`.execute(tx.db);
  return rows;
}

/** A word without our answer, a registration, an objection to a statement, a promise of ours whose day is over. */
const waitsForUs = (tx: Tx, today: BusinessDate) => {
  const of = sql`workspace_id = ${tx.workspaceId}::uuid`;
  return sql`p.id IN (
    SELECT partner_id FROM feedback.v_thread WHERE ${of} AND state = 'waiting'
    UNION ALL SELECT partner_id FROM deals.v_deal WHERE ${of} AND registration = 'pending' AND partner_id IS NOT NULL
    UNION ALL SELECT partner_id FROM payouts.v_statement WHERE ${of} AND state = 'objected'
    UNION ALL SELECT partner_id FROM agreements.promise
      WHERE ${of} AND side = 'ours' AND outcome IS NULL AND due_on < ${today}::date)`;
};

function conditions(tx: Tx, filter: PartnerFilter): RawBuilder<unknown>[] {
  const where = [
    sql`p.workspace_id = ${tx.workspaceId}::uuid`,
    sql`(p.archived_at IS NOT NULL) = ${filter.archived}`,
  ];
  const { search, ownerMemberId, after } = filter;
  if (search)
    where.push(sql`(p.search_text LIKE ALL(${search.words}::text[]) OR p.search_text LIKE ${search.exact})`);
  if (filter.track) where.push(sql`p.track = ${filter.track}`);
  if (ownerMemberId)
    where.push(
      ownerMemberId === 'nobody' ? sql`p.owner_member_id IS NULL` : sql`p.owner_member_id = ${ownerMemberId}`,
    );
  if (filter.import) where.push(sql`p.import_id = ${filter.import}`);
  if (filter.class) where.push(hasOpen(sql`a.class = ${filter.class}`));
  if (filter.kind) where.push(hasOpen(sql`a.kind = ${filter.kind}`));
  if (filter.quiet)
    where.push(sql`p.id IN (SELECT s.partner_id FROM scores.v_silence s
      WHERE s.workspace_id = p.workspace_id AND s.state IN ('fading', 'silent'))`);
  if (filter.waits) where.push(waitsForUs(tx, filter.today));
  if (filter.standing) {
    where.push(sql`(SELECT ${STANDING} FROM agreements.agreement a
      WHERE a.workspace_id = p.workspace_id AND a.partner_id = p.id) = ${filter.standing}`);
  }
  if (after) {
    const than = filter.descending ? sql`<` : sql`>`;
    const { by, type } = SORTS[filter.sortBy];
    where.push(sql`(${by}, p.id) ${than} (${after.value}::${sql.raw(type)}, ${after.id}::text)`);
  }
  return where;
}

export async function standingOf(
  tx: Tx,
  partnerId: Id<'partner'>,
): Promise<{ standing: Standing; partnerSince: BusinessDate | null } | undefined> {
  const { rows } = await sql<{ standing: Standing; partnerSince: BusinessDate | null }>`
    SELECT standing, partner_since AS "partnerSince" FROM agreements.v_partner_standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  return rows[0];
}
