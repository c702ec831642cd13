import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Month } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { PartnerPayout } from '../contract/money.ts';

export interface SentStatement {
  readonly id: Id<'statement'>;
  readonly month: Month;
  readonly answerBy: BusinessDate;
}

/** Sent, and not answered yet. */
export async function statementsAwaitingPartner(tx: Tx, partnerId: Id<'partner'>): Promise<SentStatement[]> {
  const { rows } = await sql<SentStatement>`
    SELECT id, month, answer_by AS "answerBy" FROM payouts.statement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state = 'sent'
    ORDER BY month`.execute(tx.db);
  return rows;
}

export interface PayoutToPartner extends Pick<PartnerPayout, 'id' | 'currency' | 'accruals' | 'state'> {
  readonly amountMinor: bigint;
  readonly carriedMinor: bigint;
  readonly payOn: BusinessDate;
  readonly paidOn: BusinessDate | null;
}

/** Approved and later; the last first. Batches are ours, so the caller has seen that this partner is the reader's. */
export async function payoutsToPartner(
  tx: Tx,
  partnerId: Id<'partner'>,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<PayoutToPartner[]> {
  const { rows } = await sql<PayoutToPartner>`
    SELECT p.id, p.currency, p.amount_minor AS "amountMinor", p.carried_minor AS "carriedMinor", p.accruals, p.state,
           b.pay_on AS "payOn", p.paid_on AS "paidOn"
    FROM payouts.payout p
    JOIN payouts.payout_batch b ON b.workspace_id = p.workspace_id AND b.id = p.batch_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.partner_id = ${partnerId} AND p.state IN ('approved', 'paid', 'failed')
      AND (${page.after ?? null}::text IS NULL OR p.id < ${page.after ?? null}::text COLLATE "C")
    ORDER BY p.id COLLATE "C" DESC LIMIT ${page.limit}`.execute(tx.db);
  return rows;
}
