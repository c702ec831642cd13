import type { SearchPatterns } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { sql, type RawBuilder } from 'kysely';
import type { Norms } from '../contract/pipeline.ts';
import { STAGES, type Path, type Stage } from '../contract/stages.ts';

export interface PipelineFilter {
  readonly search: SearchPatterns | null;
  /** `nobody`: partners that nobody keeps. */
  readonly ownerMemberId?: string | undefined;
  readonly path?: Path | undefined;
  readonly stage?: Stage | undefined;
}

export interface CardRow {
  readonly partnerId: Id<'partner'>;
  readonly name: string;
  readonly purpose: string | null;
  readonly city: string | null;
  readonly ownerMemberId: Id<'member'> | null;
  readonly stage: Stage;
  readonly path: Path;
  readonly since: Date;
  readonly returnOn: string | null;
  readonly takenOver: boolean;
}

const CARD = sql`
  s.partner_id AS "partnerId", p.name, p.purpose, p.city, p.owner_member_id AS "ownerMemberId", s.stage, s.path, s.since,
  s.return_on AS "returnOn", s.taken_over AS "takenOver"`;
/** Whoever is put away stands in no column. */
const STANDING = sql`lifecycle.standing s
  JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id AND p.archived_at IS NULL`;

function conditions(tx: Tx, { search, ownerMemberId, path, stage }: PipelineFilter): RawBuilder<unknown> {
  const where = [sql`s.workspace_id = ${tx.workspaceId}::uuid`];
  if (search)
    where.push(sql`(p.search_text LIKE ALL(${search.words}::text[]) OR p.search_text LIKE ${search.exact})`);
  if (ownerMemberId)
    where.push(
      ownerMemberId === 'nobody' ? sql`p.owner_member_id IS NULL` : sql`p.owner_member_id = ${ownerMemberId}`,
    );
  if (path) where.push(sql`s.path = ${path}`);
  if (stage) where.push(sql`s.stage = ${stage}`);
  return sql.join(where, sql` AND `);
}

export interface ColumnRow {
  readonly stage: Stage;
  readonly count: number;
  readonly overdue: number;
  readonly takenOver: number;
}

/** How many stand in each stage, and how many of them longer than its norm. Empty stages are left out. */
export async function countStages(tx: Tx, filter: PipelineFilter, norms: Norms): Promise<ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    WITH norm AS (SELECT key AS stage, value::int AS days FROM jsonb_each_text(${JSON.stringify(norms)}::jsonb))
    SELECT s.stage, count(*)::int AS count, count(*) FILTER (WHERE s.taken_over)::int AS "takenOver",
           count(*) FILTER (WHERE s.since < ${tx.now()}::timestamptz - make_interval(days => n.days))::int AS overdue
    FROM ${STANDING} LEFT JOIN norm n ON n.stage = s.stage
    WHERE ${conditions(tx, filter)} GROUP BY s.stage`.execute(tx.db);
  return rows;
}

/** At most `each` of every stage, longest there first: one look into the index of stages for each of them. */
export async function cardsOfStages(tx: Tx, filter: PipelineFilter, each: number): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    SELECT card.* FROM unnest(${[...STAGES]}::text[]) AS one(stage)
    CROSS JOIN LATERAL (
      SELECT ${CARD} FROM ${STANDING} WHERE ${conditions(tx, filter)} AND s.stage = one.stage
      ORDER BY s.since, s.partner_id LIMIT ${each}) AS card`.execute(tx.db);
  return rows;
}

/** Longest there first; one row more than `limit` where there is a next page. */
export async function listCards(
  tx: Tx,
  filter: PipelineFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<CardRow[]> {
  const after = page.after
    ? sql`AND (s.since, s.partner_id) > (${page.after.value}::timestamptz, ${page.after.id}::text)`
    : sql``;
  const { rows } = await sql<CardRow>`
    SELECT ${CARD} FROM ${STANDING} WHERE ${conditions(tx, filter)} ${after}
    ORDER BY s.since, s.partner_id LIMIT ${page.limit + 1}`.execute(tx.db);
  return rows;
}
