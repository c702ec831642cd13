import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { dateIn, dayOf, instantIn, type Days } from './days.ts';

const SUMS = [
  'sales_count',
  'sales_minor',
  'refunds_count',
  'refunds_minor',
  'accruals_count',
  'commission_minor',
  'costs_count',
  'costs_minor',
  'goods_minor',
  'goods_unknown_count',
  'goods_unknown_minor',
  'no_client_count',
  'no_client_minor',
  'uncredited_count',
  'uncredited_minor',
  'took_part_count',
] as const;
type Sum = (typeof SUMS)[number];

/** What a class has of a day and of a month alike. */
export const OF_CLASS: readonly Sum[] = SUMS.filter((name) => name !== 'took_part_count');
const OF_PARTNER: readonly Sum[] = SUMS.filter(
  (name) => !name.startsWith('no_client') && !name.startsWith('uncredited') && name !== 'goods_unknown_minor',
);

export const columns = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));

/** Facts of one kind, added up per day, class, currency and partner; the sums it has nothing to say of are 0. */
function grainOf(
  key: {
    readonly day: RawBuilder<unknown>;
    readonly class: RawBuilder<unknown>;
    readonly currency: string;
    readonly partner: RawBuilder<unknown>;
  },
  sums: Partial<Record<Sum, RawBuilder<unknown>>>,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const values = SUMS.map((name) => sql`${sums[name] ?? sql`0`} AS ${sql.ref(name)}`);
  return sql`
    SELECT ${key.day} AS day, ${key.class} AS class, ${sql.ref(key.currency)} AS currency, ${key.partner} AS partner_id,
           ${sql.join(values)}
    FROM ${from} GROUP BY 1, 2, 3, 4`;
}

/** The facts of the days, each with who brought it: a sale counts once, in the class of that partner (S3.20). */
function facts(tx: Tx, days: Days): RawBuilder<unknown> {
  const ws = sql`workspace_id = ${tx.workspaceId}::uuid`;
  const among = (column: string, ids: RawBuilder<unknown>) =>
    days === 'all' ? sql`true` : sql`${sql.ref(column)} = ANY(ARRAY(${ids}))`;
  const sales = sql`SELECT id FROM sale`;
  return sql`
    sale AS MATERIALIZED (
      SELECT id, client_id, ${dayOf(tx, 'occurred_at')} AS day, currency, amount_minor, cost_minor
      FROM deals.v_sale WHERE ${ws} AND ${instantIn(tx, 'occurred_at', days)}
    ), refund AS MATERIALIZED (
      SELECT id, sale_id, ${dayOf(tx, 'occurred_at')} AS day, currency, amount_minor, matched_at IS NOT NULL AS matched
      FROM deals.v_refund WHERE ${ws} AND ${instantIn(tx, 'occurred_at', days)}
    ), participant AS MATERIALIZED (
      SELECT sale_id, role, class, partner_id FROM attribution.v_participant
      WHERE ${ws} AND sale_id IS NOT NULL
        AND ${among('sale_id', sql`${sales} UNION SELECT sale_id FROM refund WHERE sale_id IS NOT NULL`)}
    ), source AS (
      SELECT sale_id, class, partner_id FROM participant WHERE role = 'source'
    ), answerable AS (
      SELECT refund_id, class, partner_id FROM attribution.v_participant
      WHERE ${ws} AND refund_id IS NOT NULL AND role = 'source' AND ${among('refund_id', sql`SELECT id FROM refund`)}
    ), uncredited AS (
      SELECT sale_id FROM attribution.v_uncredited WHERE ${ws} AND ${among('sale_id', sales)}
    )`;
}

const saleGrain = grainOf(
  {
    day: sql.ref('s.day'),
    class: sql`COALESCE(p.class, 'direct')`,
    currency: 's.currency',
    partner: sql.ref('p.partner_id'),
  },
  {
    sales_count: sql`count(*)`,
    sales_minor: sql`sum(s.amount_minor)`,
    goods_minor: sql`COALESCE(sum(s.cost_minor), 0)`,
    goods_unknown_count: sql`count(*) FILTER (WHERE s.cost_minor IS NULL)`,
    goods_unknown_minor: sql`COALESCE(sum(s.amount_minor) FILTER (WHERE s.cost_minor IS NULL), 0)`,
    no_client_count: sql`count(*) FILTER (WHERE s.client_id IS NULL)`,
    no_client_minor: sql`COALESCE(sum(s.amount_minor) FILTER (WHERE s.client_id IS NULL), 0)`,
    uncredited_count: sql`count(u.sale_id)`,
    uncredited_minor: sql`COALESCE(sum(s.amount_minor) FILTER (WHERE u.sale_id IS NOT NULL), 0)`,
  },
  sql`sale s LEFT JOIN source p ON p.sale_id = s.id LEFT JOIN uncredited u ON u.sale_id = s.id`,
);

/** A refund belongs where its sale does, or where the credit was given to; unmatched ones to no class at all. */
const refundGrain = grainOf(
  {
    day: sql.ref('f.day'),
    class: sql`COALESCE(p.class, a.class, 'direct')`,
    currency: 'f.currency',
    partner: sql`COALESCE(p.partner_id, a.partner_id)`,
  },
  { refunds_count: sql`count(*)`, refunds_minor: sql`sum(f.amount_minor)` },
  sql`refund f LEFT JOIN source p ON p.sale_id = f.sale_id LEFT JOIN answerable a ON a.refund_id = f.id WHERE f.matched`,
);

/** Sales of others in which a partner implemented, advised or expanded. */
const participationGrain = grainOf(
  {
    day: sql.ref('s.day'),
    class: sql.ref('p.class'),
    currency: 's.currency',
    partner: sql.ref('p.partner_id'),
  },
  { took_part_count: sql`count(DISTINCT s.id)` },
  sql`sale s JOIN participant p ON p.sale_id = s.id AND p.role <> 'source'`,
);

/** Every accrual counts by its own class and on its own day; clawbacks and corrections are signed. */
function accruals(tx: Tx, days: Days): RawBuilder<unknown> {
  return grainOf(
    {
      day: dayOf(tx, 'a.effective_at'),
      class: sql.ref('a.class'),
      currency: 'a.currency',
      partner: sql.ref('a.partner_id'),
    },
    { accruals_count: sql`count(*)`, commission_minor: sql`sum(a.amount_minor)` },
    sql`incentives.v_accrual a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND ${instantIn(tx, 'a.effective_at', days)}`,
  );
}

function costs(tx: Tx, days: Days): RawBuilder<unknown> {
  return grainOf(
    {
      day: sql.ref('c.occurred_on'),
      class: sql.ref('c.class'),
      currency: 'c.currency',
      partner: sql.ref('c.partner_id'),
    },
    { costs_count: sql`count(*)`, costs_minor: sql`sum(c.amount_minor)` },
    sql`deals.v_cost c WHERE c.workspace_id = ${tx.workspaceId}::uuid AND ${dateIn('c.occurred_on', days)}`,
  );
}

/** Throws the days away and adds them up again from the published views, for classes and partners in one pass. */
export async function buildDays(tx: Tx, days: Days): Promise<void> {
  for (const table of ['insight.class_day', 'insight.partner_day', 'insight.unmatched_day']) {
    await sql`
      DELETE FROM ${sql.table(table)}
      WHERE workspace_id = ${tx.workspaceId}::uuid AND ${dateIn('day', days)}`.execute(tx.db);
  }
  const summed = (names: readonly Sum[]) => sql.join(names.map((name) => sql`sum(${sql.ref(name)})`));
  await sql`
    WITH ${facts(tx, days)}, grain AS MATERIALIZED (
      ${saleGrain} UNION ALL ${refundGrain} UNION ALL ${participationGrain}
      UNION ALL ${accruals(tx, days)} UNION ALL ${costs(tx, days)}
    ), of_partners AS (
      INSERT INTO insight.partner_day (workspace_id, partner_id, day, class, currency, ${columns(OF_PARTNER)})
      SELECT ${tx.workspaceId}::uuid, partner_id, day, class, currency, ${summed(OF_PARTNER)}
      FROM grain WHERE partner_id IS NOT NULL GROUP BY partner_id, day, class, currency
    )
    INSERT INTO insight.class_day (workspace_id, day, class, currency, ${columns(OF_CLASS)})
    SELECT ${tx.workspaceId}::uuid, day, class, currency, ${summed(OF_CLASS)}
    FROM grain GROUP BY day, class, currency`.execute(tx.db);
  await sql`
    INSERT INTO insight.unmatched_day (workspace_id, day, currency, refunds_count, refunds_minor, mark)
    SELECT ${tx.workspaceId}::uuid, ${dayOf(tx, 'f.occurred_at')}, f.currency, count(*), sum(f.amount_minor),
           bit_xor(hashtextextended(f.id, 0))
    FROM deals.v_refund f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.matched_at IS NULL AND ${instantIn(tx, 'f.occurred_at', days)}
    GROUP BY 2, 3`.execute(tx.db);
}
