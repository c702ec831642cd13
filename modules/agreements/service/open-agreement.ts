import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import { transact } from '@mosty/kernel/db';
import type { NewAgreement } from '../domain/opening.ts';
import { openAgreements } from './open-agreements.ts';

/** One agreement; what would be refused in a list is thrown. @throws agreements.already_open and every code of the list */
export function openAgreement(ctx: Context, input: NewAgreement): Promise<{ id: Id<'agreement'> }> {
  return transact(ctx, async (tx) => {
    const [outcome] = await openAgreements(tx, [input]);
    if (!outcome) throw new Error('a list of one has one outcome');
    if (outcome.outcome === 'refused') throw new Refusal(outcome.kind, outcome.code, outcome.params);
    if (outcome.outcome === 'unchanged')
      refuse('conflict', 'agreements.already_open', { agreementId: outcome.id });
    return { id: outcome.id };
  });
}
