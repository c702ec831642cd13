import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Month } from '@mosty/kernel/time';
import { sql } from 'kysely';

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
