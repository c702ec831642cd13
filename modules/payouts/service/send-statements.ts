import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import { answerBy } from '../domain/statement-life.ts';
import { rights } from '../policy.ts';
import { findClose } from '../store/closes.ts';
import { readPolicy } from '../store/policy.ts';
import { markSent } from '../store/statements.ts';

/**
 * Opens the drafts of a closed month to their partners; the days to object begin. Safe to repeat: what was sent stays.
 * @throws payouts.month_open
 */
export function sendStatements(
  ctx: Context,
  input: { month: Month; statementIds?: readonly Id<'statement'>[] | undefined },
): Promise<{ sent: number; answerBy: BusinessDate }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'statement.send');
    if (!(await findClose(tx, input.month))) refuse('not_now', 'payouts.month_open', { month: input.month });
    const { silenceDays } = await readPolicy(tx);
    const lastDay = answerBy(businessDateOf(tx.now(), tx.zone), silenceDays);
    const sent = await markSent(tx, input.month, input.statementIds ?? null, lastDay);
    for (const { id, partnerId } of sent)
      tx.emit({ type: 'statement.sent', statementId: id, partnerId, month: input.month });
    if (sent[0]) {
      tx.audit({
        verb: 'payouts.send_statements',
        subject: sent[0].id,
        change: { month: input.month, count: sent.length, answerBy: lastDay },
      });
    }
    return { sent: sent.length, answerBy: lastDay };
  });
}
