import { decideClass } from '@mosty/agreements';
import type { ClassAnswers } from '@mosty/agreements/contract';
import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { REPLIES } from '../contract/check.ts';
import { rights } from '../policy.ts';
import { insertApproach, insertClassAnswer, insertReply } from '../store/approach.ts';

/** Why exactly them, and what is in it for them: what the first letter is written from (S0.20, S1.16). */
export function writeApproach(
  ctx: Context,
  input: { partnerId: Id<'partner'>; whyYou: string; partnerValue: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, input.partnerId);
    await insertApproach(tx, input);
    tx.audit({ verb: 'recruiting.write_approach', subject: input.partnerId });
  });
}

/** @throws recruiting.seen_in_future */
export function recordReply(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    said: (typeof REPLIES)[number];
    repliedOn: string;
    note?: string | undefined;
  },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, input.partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    if (input.repliedOn > today) refuse('invalid', 'recruiting.seen_in_future', { today });
    await insertReply(tx, { ...input, note: input.note ?? null });
    tx.audit({
      verb: 'recruiting.record_reply',
      subject: input.partnerId,
      change: { said: input.said, repliedOn: input.repliedOn },
    });
  });
}

/** The answers are kept with what followed from them: the rules may read otherwise one day. */
export function answerClass(
  ctx: Context,
  input: { partnerId: Id<'partner'>; answers: ClassAnswers },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, input.partnerId);
    const { outcome } = decideClass(input.answers);
    await insertClassAnswer(tx, { ...input, outcome });
    tx.audit({ verb: 'recruiting.answer_class', subject: input.partnerId, change: { outcome } });
  });
}
