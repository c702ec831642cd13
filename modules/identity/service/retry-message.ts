import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { findMessage, saveMessage, type Message } from '../store/messages.ts';
import { wakeSender } from './queue-message.ts';

/** Queues a letter that was given up or kept, with a full set of attempts. */
export function retryMessage(ctx: Context, input: { messageId: Id<'message'> }): Promise<Message> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'message.retry');
    const message = await findMessage(tx, input.messageId);
    if (!message) return refuse('not_found', 'identity.no_message');
    if (message.state === 'sent') return refuse('conflict', 'identity.message_sent');
    if (message.body === null) return refuse('not_now', 'identity.message_erased');
    const queued: Message = {
      ...message,
      state: 'queued',
      attempts: 0,
      nextAttemptAt: tx.now(),
      lastError: null,
    };
    await saveMessage(tx, queued);
    tx.audit({ verb: 'identity.retry_message', subject: message.id });
    tx.afterCommit(wakeSender);
    return queued;
  });
}
