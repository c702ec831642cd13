import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { DealFilters } from '../contract/deal.ts';
import { DEAL_COLUMNS, selectDeals, type DealRecord } from './deals.ts';
import { shownTo } from './shown-to.ts';

/** Nobody touched it for so many days: longer than a deal usually rests between two steps. */
const STUCK_DAYS = 14;

export interface DealFilter extends DealFilters {
  readonly now: Date;
}

function conditions(tx: Tx, filter: DealFilter): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [shownTo(tx)];
  const { q, registration, stage, state, kind, partner, client, owner, now } = filter;
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    where.push(
      sql`(d.title ILIKE ${like} OR d.external_id = ${q} OR d.number::text = ${q.replace(/^№\s*/, '')})`,
    );
  }
  if (registration) where.push(sql`d.registration = ${registration}`);
  if (stage) where.push(sql`d.stage = ${stage}`);
  if (kind) where.push(sql`d.kind = ${kind}`);
  if (client) where.push(sql`d.client_id = ${client}`);
  if (owner)
    where.push(owner === 'nobody' ? sql`d.owner_member_id IS NULL` : sql`d.owner_member_id = ${owner}`);
  if (partner)
    where.push(
      sql`(d.partner_id = ${partner} OR d.id IN (SELECT p.deal_id FROM deals.deal_participant p
        WHERE p.workspace_id = d.workspace_id AND p.partner_id = ${partner} AND p.removed_at IS NULL))`,
    );
  if (state === 'open' || state === 'stuck') where.push(sql`d.outcome IS NULL`);
  if (state === 'won' || state === 'lost') where.push(sql`d.outcome = ${state}`);
  if (state === 'overdue') where.push(sql`d.registration = 'pending' AND d.answer_due_at < ${now}`);
  if (state === 'stuck')
    where.push(sql`d.moved_at < ${now}::timestamptz - make_interval(days => ${STUCK_DAYS})`);
  return sql.join(where, sql` AND `);
}

/** The last moved first; one row more than `limit` where there is a next page. */
export function listDealRows(
  tx: Tx,
  filter: DealFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<DealRecord[]> {
  const after = page.after
    ? sql`AND (d.moved_at, d.id) < (${page.after.value}::timestamptz, ${page.after.id}::text COLLATE "C")`
    : sql``;
  return selectDeals(
    tx,
    sql`${conditions(tx, filter)} ${after}`,
    sql`ORDER BY d.moved_at DESC, d.id DESC LIMIT ${page.limit + 1}`,
  );
}

const CARDS_MAX = 50;
/** How long a closed deal stays on the board. */
const CLOSED_DAYS = 30;

const onBoard = (tx: Tx, filter: DealFilter) =>
  sql`${conditions(tx, filter)} AND (d.outcome IS NULL OR d.closed_at > ${filter.now}::timestamptz - make_interval(days => ${CLOSED_DAYS}))
    AND d.registration NOT IN ('rejected', 'withdrawn')`;

/** Of each stage those that rest the longest. */
export async function boardRows(tx: Tx, filter: DealFilter): Promise<DealRecord[]> {
  const { rows } = await sql<DealRecord>`
    SELECT d.* FROM (
      SELECT ${DEAL_COLUMNS}, row_number() OVER (PARTITION BY d.stage ORDER BY d.moved_at, d.id) AS place
      FROM deals.deal d WHERE d.workspace_id = ${tx.workspaceId}::uuid AND ${onBoard(tx, filter)}
    ) AS d WHERE place <= ${CARDS_MAX} ORDER BY place`.execute(tx.db);
  return rows;
}

export interface BoardSum {
  readonly stage: string;
  readonly currency: string;
  readonly count: bigint;
  readonly amountMinor: bigint;
}

export async function boardSums(tx: Tx, filter: DealFilter): Promise<BoardSum[]> {
  const { rows } = await sql<BoardSum>`
    SELECT d.stage, d.currency, count(*) AS count, COALESCE(sum(d.amount_minor), 0)::bigint AS "amountMinor"
    FROM deals.deal d WHERE d.workspace_id = ${tx.workspaceId}::uuid AND ${onBoard(tx, filter)}
    GROUP BY d.stage, d.currency ORDER BY d.stage, d.currency`.execute(tx.db);
  return rows;
}
