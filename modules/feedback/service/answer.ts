import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { Verdict } from '../contract.ts';
import { rights } from '../policy.ts';
import { lockThread, saveThread, type ThreadRecord } from '../store/threads.ts';
import { say, sideOf } from './say.ts';

/**
 * A word in a conversation that exists; with a verdict, ours decide what becomes of an idea.
 * @throws feedback.thread_unknown, feedback.ours_decide, feedback.question_has_no_verdict
 */
export function addMessage(
  ctx: Context,
  input: { threadId: Id<'thread'>; text: string; verdict?: Verdict | null | undefined },
): Promise<ThreadRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'thread.write');
    const verdict = input.verdict ?? null;
    const side = sideOf(tx);
    if (verdict !== null && side === 'ours') permit(tx, rights, 'thread.decide');
    const thread = await keptThread(tx, input.threadId);
    const moved = await say(tx, thread, { side, text: input.text, verdict });
    tx.audit({
      verb: verdict === null ? 'feedback.add_message' : 'feedback.decide_thread',
      subject: thread.partnerId,
      change: { threadId: thread.id, ...(verdict && { verdict }) },
    });
    return moved;
  });
}

/** Nothing more to say, by either side. @throws feedback.thread_unknown, feedback.answer_first */
export function closeThread(ctx: Context, input: { threadId: Id<'thread'> }): Promise<ThreadRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'thread.write');
    const thread = await keptThread(tx, input.threadId);
    if (thread.state === 'closed') return thread;
    // Whoever asked may drop the question; whoever was asked answers it.
    if (thread.state === 'waiting' && sideOf(tx) === 'ours') refuse('not_now', 'feedback.answer_first', {});
    const closed: ThreadRecord = { ...thread, state: 'closed', movedAt: tx.now(), answerBy: null };
    await saveThread(tx, closed);
    tx.audit({ verb: 'feedback.close_thread', subject: thread.partnerId, change: { threadId: thread.id } });
    return closed;
  });
}

async function keptThread(tx: Tx, id: Id<'thread'>): Promise<ThreadRecord> {
  const thread =
    (await lockThread(tx, id)) ?? refuse('not_found', 'feedback.thread_unknown', { threadId: id });
  if (sideOf(tx) === 'ours') await keptPartner(tx, thread.partnerId);
  return thread;
}
