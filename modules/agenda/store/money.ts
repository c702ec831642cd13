import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { money90, type Margin, type Money90 } from '../domain/money.ts';
import type { BlockedRow } from '../domain/rules/payout-blocked.ts';
import type { ReceiptRow } from '../domain/rules/receipt-missing.ts';
import type { StatementRow } from '../domain/rules/statement-unanswered.ts';

/** Of a channel that has sold nothing yet: a guess to order the first cards by. */
const GUESS_PPM = 300_000;

/** Margin of each partner and class since a day, in the company's currency, and how much of paid money it is. */
export async function marginsSince(tx: Tx, since: BusinessDate): Promise<Money90> {
  const { rows } = await sql<Margin & { class: string; paidMinor: bigint }>`
    SELECT d.partner_id AS "partnerId", d.class, k.kind,
      sum(d.sales_minor - d.refunds_minor)::bigint AS "paidMinor",
      sum(d.sales_minor - d.refunds_minor - d.goods_minor - d.commission_minor - d.costs_minor)::bigint AS "marginMinor"
    FROM insight.v_partner_day d
    LEFT JOIN LATERAL (
      SELECT a.kind FROM agreements.v_agreement a
      WHERE a.workspace_id = d.workspace_id AND a.partner_id = d.partner_id AND a.class = d.class
      ORDER BY a.created_at DESC, a.id DESC LIMIT 1) k ON true
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.day >= ${since}::date AND d.currency = ${tx.currency}
    GROUP BY d.partner_id, d.class, k.kind`.execute(tx.db);
  // One class alone: how much of a sale is left differs between them.
  let [paid, margin] = [0n, 0n];
  for (const row of rows)
    if (row.class === 'partner_sales') {
      paid += row.paidMinor;
      margin += row.marginMinor;
    }
  const ppm = paid > 0n && margin > 0n ? Number((margin * 1_000_000n) / paid) : GUESS_PPM;
  return money90(rows, ppm);
}

/** Whom the last batch could not pay. */
export async function blockedPayouts(tx: Tx): Promise<BlockedRow[]> {
  const { rows } = await sql<BlockedRow>`
    SELECT b.batch_id || ':' || b.partner_id AS subject, b.partner_id AS "partnerId", b.amount_minor AS "amountMinor",
      b.pay_on AS "payOn", b.reasons -> 0 ->> 'code' AS reason
    FROM payouts.v_blocked b
    WHERE b.workspace_id = ${tx.workspaceId}::uuid AND b.currency = ${tx.currency} AND b.amount_minor > 0
      AND b.made_at = (SELECT max(l.made_at) FROM payouts.v_blocked l
        WHERE l.workspace_id = b.workspace_id AND l.currency = b.currency)`.execute(tx.db);
  return rows;
}

export async function missingReceipts(tx: Tx): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    SELECT payout_id AS "payoutId", partner_id AS "partnerId", paid_on AS "paidOn", amount_minor AS "amountMinor"
    FROM payouts.v_receipt_missing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency} AND paid_on IS NOT NULL`.execute(
    tx.db,
  );
  return rows;
}

export async function openStatements(tx: Tx): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    SELECT id AS "statementId", partner_id AS "partnerId", month, state, answer_by AS "answerBy",
      closing_minor AS "amountMinor"
    FROM payouts.v_statement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency} AND state IN ('sent', 'objected')`.execute(
    tx.db,
  );
  return rows;
}
