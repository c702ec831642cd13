import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { ThreadKind } from '../contract.ts';
import { rights } from '../policy.ts';
import type { ThreadRecord } from '../store/threads.ts';
import { say } from './say.ts';

export interface OpenThread {
  readonly partnerId?: Id<'partner'> | undefined;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly text: string;
}

/**
 * Begins a conversation. What one of us writes down was said by the partner on the phone or in a letter: it waits for
 * our answer like the rest.
 * @throws feedback.partner_needed, feedback.not_own_partner, directory.partner_unknown
 */
export function openThread(ctx: Context, input: OpenThread): Promise<ThreadRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'thread.write');
    const partnerId = await partnerOf(tx, input.partnerId);
    const thread: ThreadRecord = {
      id: tx.id('thread'),
      partnerId,
      kind: input.kind,
      title: input.title,
      state: 'waiting',
      verdict: null,
      answererFaceId: null,
      openedAt: tx.now(),
      movedAt: tx.now(),
      answerBy: null,
    };
    const opened = await say(tx, thread, { side: 'theirs', text: input.text, verdict: null });
    tx.audit({
      verb: 'feedback.open_thread',
      subject: partnerId,
      change: { threadId: thread.id, kind: thread.kind },
    });
    return opened;
  });
}

async function partnerOf(tx: Tx, asked: Id<'partner'> | undefined): Promise<Id<'partner'>> {
  const own = tx.actor.type === 'person' ? tx.actor.partnerId : null;
  if (own !== null)
    return asked === undefined || asked === own
      ? own
      : refuse('not_permitted', 'feedback.not_own_partner', {});
  if (asked === undefined) refuse('invalid', 'feedback.partner_needed', {});
  return (await keptPartner(tx, asked)).id;
}
