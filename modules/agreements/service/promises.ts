import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { Outcome } from '../contract/promise.ts';
import type { Side } from '../contract/version.ts';
import { checkOutcome } from '../domain/promises.ts';
import { rights } from '../policy.ts';
import { insertPromises, lockPromise, settlePromises, type PromiseRecord } from '../store/promises.ts';
import { openAgreementOf } from './kept-agreement.ts';

export interface AddPromise {
  readonly agreementId: Id<'agreement'>;
  readonly side: Side;
  readonly words: string;
  /** A day of the company's calendar. */
  readonly dueOn?: string | null | undefined;
}

/** Writes down a promise given between versions, of either side. */
export function addPromise(ctx: Context, input: AddPromise): Promise<PromiseRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'promise.write');
    const agreement = await openAgreementOf(tx, input.agreementId);
    const promise: PromiseRecord = {
      id: tx.id('promise'),
      agreementId: agreement.id,
      partnerId: agreement.partnerId,
      version: null,
      side: input.side,
      words: input.words,
      dueOn: input.dueOn ?? null,
      createdAt: tx.now(),
      outcome: null,
      outcomeAt: null,
      outcomeNote: null,
    };
    await insertPromises(tx, [promise]);
    const change = {
      promiseId: promise.id,
      agreementId: agreement.id,
      side: promise.side,
      dueOn: promise.dueOn,
    };
    tx.audit({ verb: 'agreements.add_promise', subject: agreement.partnerId, change });
    tx.emit({ type: 'promise.given', partnerId: agreement.partnerId, ...change });
    return promise;
  });
}

/** Kept, missed or withdrawn: said once (S0.11). @throws agreements.promise_settled, agreements.outcome_needs_note */
export function settlePromise(
  ctx: Context,
  input: { promiseId: Id<'promise'>; outcome: Outcome; note?: string | null | undefined },
): Promise<PromiseRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'promise.write');
    const promise =
      (await lockPromise(tx, input.promiseId)) ?? refuse('not_found', 'agreements.promise_unknown', {});
    await keptPartner(tx, promise.partnerId);
    const note = input.note ?? null;
    const refusal = checkOutcome(promise.outcome, input.outcome, note);
    if (refusal) throw refusal;
    await settlePromises(tx, [promise.id], input.outcome, note);
    const change = { promiseId: promise.id, side: promise.side, outcome: input.outcome };
    tx.audit({
      verb: 'agreements.settle_promise',
      subject: promise.partnerId,
      reason: note ?? undefined,
      change,
    });
    tx.emit({ type: 'promise.settled', partnerId: promise.partnerId, ...change });
    return { ...promise, outcome: input.outcome, outcomeAt: tx.now(), outcomeNote: note };
  });
}
