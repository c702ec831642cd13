import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Book } from '../contract/class.ts';
import type { DealParty, DealQuery, Named } from '../contract/deal-book.ts';

export type DealFilter = Partial<
  Pick<DealQuery, 'q' | 'partner' | 'client' | 'class' | 'state' | 'import'>
> & {
  readonly fromAt?: Date | undefined;
  readonly toAt?: Date | undefined;
};

export interface DealSort {
  readonly by: 'occurredAt' | 'amount';
  readonly order: 'asc' | 'desc';
  /** The last row of the page before: its sort value and id. */
  readonly after: { readonly value: string; readonly id: string } | null;
}

export interface DealBookRow {
  readonly saleId: string;
  readonly externalId: string;
  readonly source: string;
  readonly occurredAt: Date;
  readonly who: DealParty[];
  readonly uncredited: DealParty['reason'] | null;
  readonly book: Book;
  readonly client: Named | null;
  readonly amountMinor: bigint;
  readonly refundedMinor: bigint;
  readonly rewardMinor: bigint;
  readonly owedMinor: bigint;
  readonly currency: string;
}

/** Accruals that are not money in the partner's hands yet. */
const UNPAID = sql`('pending', 'on_hold', 'approved')`;

/** Picks the page by an index first, and only then looks up what stands beside each of its rows. */
export async function selectDeals(
  tx: Tx,
  filter: DealFilter,
  sort: DealSort,
  limit: number,
): Promise<DealBookRow[]> {
  const column = sort.by === 'amount' ? sql`s.amount_minor` : sql`s.occurred_at`;
  const type = sort.by === 'amount' ? sql`bigint` : sql`timestamptz`;
  const direction = sort.order === 'asc' ? sql`ASC` : sql`DESC`;
  const beyond = sort.order === 'asc' ? sql`>` : sql`<`;
  const after = sort.after
    ? sql`AND (${column}, s.id) ${beyond} (${sort.after.value}::${type}, ${sort.after.id}::text COLLATE "C")`
    : sql``;
  const { rows } = await sql<DealBookRow>`
    WITH page AS (
      SELECT s.* FROM deals.v_sale s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid ${conditions(filter)} ${after}
      ORDER BY ${column} ${direction}, s.id ${direction}
      LIMIT ${limit}
    )
    ${beside(sql`page`)}
    ORDER BY ${column} ${direction}, s.id ${direction}`.execute(tx.db);
  return rows;
}

/** One sale, also one that was taken back. */
export async function selectDeal(tx: Tx, saleId: string): Promise<(DealBookRow & SaleDetail) | undefined> {
  const { rows } = await sql<DealBookRow & SaleDetail>`
    WITH page AS (
      SELECT s.* FROM deals.v_sale_detail s WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ${saleId}
    )
    SELECT row.*, s.recorded_at AS "recordedAt", s.is_first AS "isFirst", s.product,
           round(s.vat_micro / 1000000.0)::bigint AS "vatMinor", s.cost_minor AS "costMinor", s.list_minor AS "listMinor",
           s.named_partner AS "namedPartner", s.named_code AS "namedCode", s.import_id AS "importId",
           s.reversed_at AS "reversedAt", s.reversal_reason AS "reversalReason", s.line_count AS "lineCount"
    FROM page s JOIN (${beside(sql`page`)}) row ON row."saleId" = s.id`.execute(tx.db);
  return rows[0];
}

export interface SaleDetail {
  readonly recordedAt: Date;
  readonly isFirst: boolean;
  readonly product: string | null;
  readonly vatMinor: bigint | null;
  readonly costMinor: bigint | null;
  readonly listMinor: bigint | null;
  readonly namedPartner: string | null;
  readonly namedCode: string | null;
  readonly importId: string | null;
  readonly reversedAt: Date | null;
  readonly reversalReason: string | null;
  readonly lineCount: number;
}

function beside(page: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    SELECT s.id AS "saleId", s.external_id AS "externalId", s.source, s.occurred_at AS "occurredAt",
           COALESCE(w.who, '[]'::jsonb) AS who, u.reason AS uncredited, COALESCE(w.book, 'direct') AS book,
           CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name) END AS client,
           s.amount_minor AS "amountMinor", COALESCE(f.refunded, 0)::bigint AS "refundedMinor",
           COALESCE(a.reward, 0)::bigint AS "rewardMinor", COALESCE(a.owed, 0)::bigint AS "owedMinor", s.currency
    FROM ${page} s
    LEFT JOIN directory.v_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
    LEFT JOIN attribution.v_uncredited u ON u.workspace_id = s.workspace_id AND u.sale_id = s.id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('partnerId', p.partner_id, 'partnerName', n.name, 'class', p.class,
               'kind', p.kind, 'role', p.role, 'sharePpm', p.share_ppm, 'rule', p.rule, 'reason', p.reason)
               ORDER BY (p.role = 'source') DESC, p.role) AS who,
             max(p.class) FILTER (WHERE p.role = 'source') AS book
      FROM attribution.v_participant p
      JOIN directory.v_partner n ON n.workspace_id = p.workspace_id AND n.id = p.partner_id
      WHERE p.workspace_id = s.workspace_id AND p.sale_id = s.id
    ) w ON true
    LEFT JOIN LATERAL (
      SELECT sum(r.amount_minor) AS refunded FROM deals.v_refund r
      WHERE r.workspace_id = s.workspace_id AND r.sale_id = s.id
    ) f ON true
    LEFT JOIN LATERAL (
      SELECT sum(x.amount_minor) AS reward, sum(x.amount_minor) FILTER (WHERE x.state IN ${UNPAID}) AS owed
      FROM incentives.v_accrual x WHERE x.workspace_id = s.workspace_id AND x.sale_id = s.id
    ) a ON true`;
}

function conditions(filter: DealFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  const participant = (inner: RawBuilder<unknown>) => sql`AND EXISTS (SELECT FROM attribution.v_participant p
    WHERE p.workspace_id = s.workspace_id AND p.sale_id = s.id AND ${inner})`;
  if (filter.fromAt) parts.push(sql`AND s.occurred_at >= ${filter.fromAt}`);
  if (filter.toAt) parts.push(sql`AND s.occurred_at < ${filter.toAt}`);
  if (filter.client) parts.push(sql`AND s.client_id = ${filter.client}`);
  if (filter.import) parts.push(sql`AND s.import_id = ${filter.import}`);
  if (filter.partner) parts.push(participant(sql`p.partner_id = ${filter.partner}`));
  if (filter.class === 'direct') {
    parts.push(sql`AND NOT EXISTS (SELECT FROM attribution.v_participant p
      WHERE p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role = 'source')`);
  } else if (filter.class) {
    parts.push(participant(sql`p.role = 'source' AND p.class = ${filter.class}`));
  }
  if (filter.state === 'uncredited') {
    parts.push(
      sql`AND EXISTS (SELECT FROM attribution.v_uncredited u WHERE u.workspace_id = s.workspace_id AND u.sale_id = s.id)`,
    );
  }
  if (filter.state === 'refunded') {
    parts.push(
      sql`AND EXISTS (SELECT FROM deals.v_refund r WHERE r.workspace_id = s.workspace_id AND r.sale_id = s.id)`,
    );
  }
  if (filter.state === 'unpaid') {
    parts.push(sql`AND EXISTS (SELECT FROM incentives.v_accrual x
      WHERE x.workspace_id = s.workspace_id AND x.sale_id = s.id AND x.state IN ${UNPAID} AND x.amount_minor <> 0)`);
  }
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`AND (s.external_id ILIKE ${like} OR EXISTS (SELECT FROM directory.v_client c
      WHERE c.workspace_id = s.workspace_id AND c.id = s.client_id AND c.name ILIKE ${like}))`);
  }
  return parts.length > 0 ? sql.join(parts, sql` `) : sql``;
}
