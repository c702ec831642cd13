import type { Context } from '@mosty/kernel/context';
import { forgetAnswersBefore, KEY_KEPT_MS, transact } from '@mosty/kernel/db';
import type { Round } from './rounds.ts';

/** Answers to repeated requests go when nobody repeats them any more: in parts, each a transaction of its own. */
export async function forgetOldAnswers(ctx: Context): Promise<{ answers: number }> {
  const before = new Date(ctx.clock.now().getTime() - KEY_KEPT_MS);
  let answers = 0;
  for (;;) {
    const part = await transact(ctx, (tx) => forgetAnswersBefore(tx, before));
    if (part === 0) return { answers };
    answers += part;
  }
}

export const forgetOldAnswersDaily: Round = { name: 'identity.forget_answers', run: forgetOldAnswers };
