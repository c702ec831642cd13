import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';
import type { Figures } from '../domain/figures.ts';

/** Sales whose source was the partner, what it earned of all its parts in sales, and since when it works with us. */
export async function figuresOf(tx: Tx, partnerId: string): Promise<Figures> {
  const { rows: brought } = await sql<Figures['brought'][number]>`
    SELECT t.class, s.currency, count(DISTINCT s.client_id)::int AS clients, count(DISTINCT s.id)::int AS sales,
           sum(s.amount_minor)::bigint AS "amountMinor"
    FROM attribution.v_participant t
    JOIN deals.v_sale s ON s.workspace_id = t.workspace_id AND s.id = t.sale_id
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.partner_id = ${partnerId} AND t.role = 'source'
      AND t.refund_id IS NULL
    GROUP BY t.class, s.currency ORDER BY t.class, s.currency`.execute(tx.db);
  const { rows: earned } = await sql<Figures['earned'][number]>`
    SELECT currency, sum(amount_minor)::bigint AS "amountMinor" FROM incentives.v_accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    GROUP BY currency HAVING sum(amount_minor) <> 0 ORDER BY currency`.execute(tx.db);
  const { rows: since } = await sql<{ on: string | null }>`
    SELECT to_char(min(accepted_at) AT TIME ZONE ${tx.zone}, 'YYYY-MM-DD') AS on FROM agreements.v_agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  return { workedSince: since[0]?.on ?? null, brought, earned };
}

/**
 * The partner's place by the margin it gave in the twelve whole months before this one, among those who gave any: what
 * was paid less goods, rewards and costs, in the company's currency.
 */
export async function placeByMargin(
  tx: Tx,
  partnerId: string,
  today: string,
): Promise<{ place: number | null; earning: number }> {
  const { rows } = await sql<{ place: number | null; earning: number }>`
    WITH margin AS (
      SELECT partner_id, sum(paid_minor - goods_minor - commission_minor - costs_minor) AS minor
      FROM insight.v_partner_month
      WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency}
        AND month >= date_trunc('month', ${today}::date) - interval '12 months' AND month <= ${today}::date
      GROUP BY partner_id),
    placed AS (
      SELECT partner_id, rank() OVER (ORDER BY minor DESC)::int AS place, count(*) OVER ()::int AS earning
      FROM margin WHERE minor > 0)
    SELECT (SELECT place FROM placed WHERE partner_id = ${partnerId}) AS place,
           COALESCE((SELECT max(earning) FROM placed), 0)::int AS earning`.execute(tx.db);
  return rows[0] ?? { place: null, earning: 0 };
}

export interface Kept<N extends 'client' | 'deal'> {
  readonly id: Id<N>;
  readonly name: string;
}

/** Clients the partner still keeps. */
export async function clientsKept(tx: Tx, partnerId: string): Promise<Kept<'client'>[]> {
  const { rows } = await sql<Kept<'client'>>`
    SELECT id, COALESCE(name, external_id, '') AS name FROM directory.v_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND keeper_partner_id = ${partnerId} ORDER BY name, id`.execute(
    tx.db,
  );
  return rows;
}

/** Open deals the partner registered or takes part in that were not handed over in this parting. */
export async function dealsOpen(tx: Tx, partnerId: string, exitNo: number): Promise<Kept<'deal'>[]> {
  const { rows } = await sql<Kept<'deal'>>`
    SELECT d.id, d.title AS name FROM deals.v_deal d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.outcome IS NULL
      AND d.registration IN ('pending', 'approved', 'conflicted', 'none')
      AND d.id IN (
        SELECT id FROM deals.v_deal WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
        UNION ALL
        SELECT deal_id FROM deals.v_deal_participant
        WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId})
      AND NOT EXISTS (
        SELECT FROM exits.handover h
        WHERE h.workspace_id = d.workspace_id AND h.partner_id = ${partnerId} AND h.exit_no = ${exitNo} AND h.what = d.id)
    ORDER BY d.number`.execute(tx.db);
  return rows;
}

export interface OpenMoney {
  /** Accruals that are held, in validation or not paid. */
  readonly accruals: number;
  /** Payouts on their way. */
  readonly payouts: number;
  /** Currencies in which we still owe, and in which the partner does. */
  readonly owed: string | null;
  readonly debt: string | null;
}

export async function openMoney(tx: Tx, partnerId: string): Promise<OpenMoney> {
  const { rows } = await sql<OpenMoney>`
    WITH balance AS (
      SELECT currency, -sum(amount_minor) AS minor FROM ledger.v_balance
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} GROUP BY currency),
    accruals AS (
      SELECT count(*) AS count FROM incentives.v_accrual
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
        AND state IN ('on_hold', 'pending', 'approved') AND amount_minor <> 0
      GROUP BY state, currency HAVING sum(amount_minor) <> 0)
    SELECT COALESCE((SELECT sum(count) FROM accruals), 0)::int AS accruals,
           (SELECT count(*)::int FROM payouts.v_payout
            WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state IN ('draft', 'approved')) AS payouts,
           (SELECT string_agg(currency, ', ' ORDER BY currency) FROM balance WHERE minor > 0) AS owed,
           (SELECT string_agg(currency, ', ' ORDER BY currency) FROM balance WHERE minor < 0) AS debt`.execute(
    tx.db,
  );
  return rows[0] ?? { accruals: 0, payouts: 0, owed: null, debt: null };
}

/** When the partner gave up what was left of what we owed, in this parting; null: it did not. */
export async function waivedSince(tx: Tx, partnerId: string, since: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT max(decided_at) AS at FROM payouts.v_waiver
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND decided_at >= ${since}`.execute(
    tx.db,
  );
  return rows[0]?.at ?? null;
}

/** Statements the partner objected to, and quarrels about who brought a sale or a deal it has a part in. */
export async function openDisputes(
  tx: Tx,
  partnerId: string,
): Promise<{ statements: number; claims: number }> {
  const { rows } = await sql<{ statements: number; claims: number }>`
    SELECT
      (SELECT count(*)::int FROM payouts.v_statement
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state = 'objected') AS statements,
      (SELECT count(*)::int FROM attribution.v_claim c
       WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.state IN ('open', 'answered')
         AND (c.claimant_partner_id = ${partnerId}
           OR EXISTS (SELECT FROM attribution.v_participant t
                      WHERE t.workspace_id = c.workspace_id AND t.sale_id = c.sale_id AND t.partner_id = ${partnerId})
           OR EXISTS (SELECT FROM deals.v_deal d
                      WHERE d.workspace_id = c.workspace_id AND d.id = c.deal_id AND d.partner_id = ${partnerId})
           OR EXISTS (SELECT FROM deals.v_deal_participant p
                      WHERE p.workspace_id = c.workspace_id AND p.deal_id = c.deal_id AND p.partner_id = ${partnerId}))) AS claims`.execute(
    tx.db,
  );
  return rows[0] ?? { statements: 0, claims: 0 };
}

/** Links that do not lead to a page of the company's own yet, and codes that still work. */
export async function linksNotNeutral(tx: Tx, partnerId: string): Promise<{ live: number; codes: number }> {
  const { rows } = await sql<{ live: number; codes: number }>`
    SELECT
      (SELECT count(*)::int FROM tracking.v_link
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND neutral_to IS NULL) AS live,
      (SELECT count(*)::int FROM tracking.v_code
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND archived_at IS NULL) AS codes`.execute(
    tx.db,
  );
  return rows[0] ?? { live: 0, codes: 0 };
}
