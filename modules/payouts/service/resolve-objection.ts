import { permit } from '@mosty/identity';
import { correctAccrual } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { checkStatement } from '../domain/statement-life.ts';
import { rights } from '../policy.ts';
import { markResolved } from '../store/statements.ts';
import { openStatement } from './answer-statement.ts';

export interface ResolveObjection {
  readonly statementId: Id<'statement'>;
  readonly words: string;
  /** What an accrual should have been. The difference is entered in the open month, the statement stays as it was. */
  readonly correction?:
    | { readonly accrualId: Id<'accrual'>; readonly wasMinor: bigint; readonly becomesMinor: bigint }
    | undefined;
}

/**
 * Answers an objection: by a correcting entry or by words, never by an edit.
 * @throws payouts.no_statement, payouts.statement_state and whatever the correction is refused for
 */
export function resolveObjection(ctx: Context, input: ResolveObjection) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'statement.resolve');
    const statement = await openStatement(tx, input.statementId);
    const refusal = checkStatement(statement, 'resolve', businessDateOf(tx.now(), tx.zone));
    if (refusal) throw refusal;
    const { partnerId } = statement;
    const correction =
      input.correction && (await correctAccrual(tx, { ...input.correction, partnerId, reason: input.words }));
    const correctionId = correction?.correctionId ?? null;
    await markResolved(tx, statement.id, input.words, correctionId);
    tx.audit({
      verb: 'payouts.resolve_objection',
      subject: statement.id,
      reason: input.words,
      change: { correctionId },
    });
    tx.emit({
      type: 'statement.resolved',
      statementId: statement.id,
      partnerId: statement.partnerId,
      correctionId,
    });
    return { state: 'resolved' as const, correctionId };
  });
}
