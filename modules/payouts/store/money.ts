import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Month } from '@mosty/kernel/time';
import type { OwedSort } from '../contract/money.ts';

/** What stands between us and a partner, as positive sums of what we owe; `clawbackMinor` is what it owes us. */
export interface Standing {
  readonly currency: string;
  readonly pendingMinor: bigint;
  readonly onHoldMinor: bigint;
  readonly availableMinor: bigint;
  readonly inPaymentMinor: bigint;
  readonly clawbackMinor: bigint;
  readonly owedMinor: bigint;
}

const of = (kind: string) => sql`COALESCE(-sum(v.amount_minor) FILTER (WHERE v.kind = ${kind}), 0)::bigint`;
const SUMS = sql`
  ${of('partner_pending')} AS "pendingMinor", ${of('partner_on_hold')} AS "onHoldMinor", ${of('partner_available')} AS "availableMinor",
  ${of('payout_clearing')} AS "inPaymentMinor", -${of('clawback_receivable')} AS "clawbackMinor",
  COALESCE(-sum(v.amount_minor), 0)::bigint AS "owedMinor"`;

export async function standingOf(tx: Tx, partnerId: Id<'partner'>): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    SELECT v.currency, ${SUMS} FROM ledger.v_balance v
    WHERE v.workspace_id = ${tx.workspaceId}::uuid AND v.partner_id = ${partnerId}
    GROUP BY v.currency ORDER BY v.currency`.execute(tx.db);
  return rows;
}

export interface Totals extends Standing {
  readonly overdueMinor: bigint;
  readonly partnersOwed: number;
  readonly partnersInDebt: number;
}

/** Every partner's balances and what is late, one row each. What was set off against debts is not late. */
function perPartner(tx: Tx, currency: string | null, lateThrough: Month) {
  return sql`
    SELECT v.partner_id, v.currency, ${SUMS}, COALESCE(max(late.minor), 0)::bigint AS "overdueMinor"
    FROM ledger.v_balance v
    LEFT JOIN (
      SELECT partner_id, currency, GREATEST(sum(amount_minor), 0) AS minor FROM incentives.v_accrual
      WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'approved' AND amount_minor <> 0 AND payout_id IS NULL AND period <= ${lateThrough}
      GROUP BY partner_id, currency
    ) AS late ON late.partner_id = v.partner_id AND late.currency = v.currency
    WHERE v.workspace_id = ${tx.workspaceId}::uuid AND v.partner_id IS NOT NULL
      AND (${currency}::text IS NULL OR v.currency = ${currency})
    GROUP BY v.partner_id, v.currency`;
}

export async function totalStandings(tx: Tx, lateThrough: Month): Promise<Totals[]> {
  const { rows } = await sql<Totals>`
    SELECT currency, sum("pendingMinor")::bigint AS "pendingMinor", sum("onHoldMinor")::bigint AS "onHoldMinor",
           sum("availableMinor")::bigint AS "availableMinor", sum("inPaymentMinor")::bigint AS "inPaymentMinor",
           sum("clawbackMinor")::bigint AS "clawbackMinor", sum("owedMinor")::bigint AS "owedMinor",
           sum("overdueMinor")::bigint AS "overdueMinor", count(*) FILTER (WHERE "owedMinor" > 0)::int AS "partnersOwed",
           count(*) FILTER (WHERE "owedMinor" < 0)::int AS "partnersInDebt"
    FROM (${perPartner(tx, null, lateThrough)}) AS p GROUP BY currency ORDER BY currency`.execute(tx.db);
  return rows;
}

export interface OwedTo extends Standing {
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly overdueMinor: bigint;
}

const STATES = {
  owed: sql`"owedMinor" > 0`,
  overdue: sql`"overdueMinor" > 0`,
  on_hold: sql`"onHoldMinor" > 0`,
  debt: sql`"owedMinor" < 0`,
} as const;
export type OwedState = keyof typeof STATES;

/** The most owed first; those with nothing at all between us are left out. */
const SORTS: Readonly<Record<OwedSort, RawBuilder<unknown>>> = {
  owed: sql`"owedMinor"`,
  available: sql`"availableMinor"`,
  overdue: sql`"overdueMinor"`,
  pending: sql`"pendingMinor"`,
  onHold: sql`"onHoldMinor"`,
};

export async function listOwedTo(
  tx: Tx,
  filter: {
    currency: string;
    state?: OwedState | undefined;
    lateThrough: Month;
    sortBy: OwedSort;
    descending: boolean;
    /** The last row shown: its figure of that order. */
    after?: { amountMinor: bigint; id: string } | undefined;
    limit: number;
  },
): Promise<OwedTo[]> {
  const { after, descending } = filter;
  const by = SORTS[filter.sortBy];
  const past = descending ? sql`<` : sql`>`;
  const { rows } = await sql<OwedTo>`
    SELECT p.partner_id AS "partnerId", d.name AS "partnerName", p.currency, "pendingMinor", "onHoldMinor", "availableMinor",
           "inPaymentMinor", "clawbackMinor", "owedMinor", "overdueMinor"
    FROM (${perPartner(tx, filter.currency, filter.lateThrough)}) AS p
    JOIN directory.v_partner d ON d.workspace_id = ${tx.workspaceId}::uuid AND d.id = p.partner_id
    WHERE ${filter.state ? STATES[filter.state] : sql`("owedMinor" <> 0 OR "onHoldMinor" <> 0 OR "clawbackMinor" <> 0)`}
      AND (${after?.amountMinor ?? null}::bigint IS NULL OR ${by} ${past} ${after?.amountMinor ?? null}::bigint
        OR (${by} = ${after?.amountMinor ?? null}::bigint AND p.partner_id > ${after?.id ?? null}::text))
    ORDER BY ${by} ${descending ? sql`DESC` : sql`ASC`}, p.partner_id LIMIT ${filter.limit}`.execute(tx.db);
  return rows;
}

export async function paidTo(tx: Tx, partnerId: Id<'partner'>): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ currency: string; paidMinor: bigint }>`
    SELECT currency, sum(amount_minor)::bigint AS "paidMinor" FROM payouts.payout
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state = 'paid' GROUP BY currency`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.currency, row.paidMinor]));
}

export interface Brought {
  readonly class: string;
  readonly currency: string;
  readonly clients: number;
  readonly sales: number;
  readonly amountMinor: bigint;
}

/** Sales whose source is this partner, by reporting class and currency. */
export async function broughtBy(tx: Tx, partnerId: Id<'partner'>): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    SELECT t.class, s.currency, count(DISTINCT s.client_id)::int AS clients, count(*)::int AS sales,
           sum(s.amount_minor)::bigint AS "amountMinor"
    FROM attribution.v_participant t
    JOIN deals.v_sale s ON s.workspace_id = t.workspace_id AND s.id = t.sale_id
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.partner_id = ${partnerId} AND t.role = 'source'
    GROUP BY t.class, s.currency ORDER BY t.class, s.currency`.execute(tx.db);
  return rows;
}
