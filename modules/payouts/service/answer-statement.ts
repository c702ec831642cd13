import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { StatementState } from '../contract/statement.ts';
import { checkStatement } from '../domain/statement-life.ts';
import { rights } from '../policy.ts';
import { acceptSilent, lockStatement, markAnswered, type Statement } from '../store/statements.ts';

/** The partner agrees with the month. @throws payouts.no_statement, payouts.statement_state */
export function acceptStatement(
  ctx: Context,
  input: { statementId: Id<'statement'> },
): Promise<{ state: StatementState }> {
  return answer(ctx, input.statementId, 'accept', null);
}

/**
 * The partner does not agree and says with what. The statement stays as it is: it is answered by words or by an entry.
 * @throws payouts.no_statement, payouts.statement_state, payouts.objection_late
 */
export function objectToStatement(
  ctx: Context,
  input: { statementId: Id<'statement'>; words: string },
): Promise<{ state: StatementState }> {
  return answer(ctx, input.statementId, 'object', input.words);
}

/** Who said nothing until the last day has accepted. Run each night; safe to repeat. */
export function acceptSilentStatements(ctx: Context): Promise<{ accepted: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'statement.answer');
    const accepted = await acceptSilent(tx, businessDateOf(tx.now(), tx.zone));
    if (accepted[0])
      tx.audit({
        verb: 'payouts.accept_silent_statements',
        subject: accepted[0],
        change: { statementIds: accepted },
      });
    return { accepted: accepted.length };
  });
}

function answer(ctx: Context, id: Id<'statement'>, act: 'accept' | 'object', words: string | null) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'statement.answer');
    const statement = await openStatement(tx, id);
    const refusal = checkStatement(statement, act, businessDateOf(tx.now(), tx.zone));
    if (refusal) throw refusal;
    const state = act === 'accept' ? 'accepted' : 'objected';
    await markAnswered(tx, statement.id, state, words);
    tx.audit({
      verb: `payouts.${act === 'accept' ? 'accept' : 'object_to'}_statement`,
      subject: statement.id,
      reason: words ?? undefined,
    });
    tx.emit({
      type: `statement.${state}`,
      statementId: statement.id,
      partnerId: statement.partnerId,
      month: statement.month,
    });
    return { state } as const;
  });
}

/** The statement, locked. @throws payouts.no_statement */
export async function openStatement(tx: Tx, id: Id<'statement'>): Promise<Statement> {
  return (await lockStatement(tx, id)) ?? refuse('not_found', 'payouts.no_statement');
}
