import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse, Refusal } from '@mosty/kernel/refusal';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { findMessage, type Message } from '../store/messages.ts';

/** Whether the text is there to read, and for this reader. A one-time link lets its reader in as somebody else. */
export function mayOpen(tx: Tx, message: Message): true | Refusal {
  const isOwner = tx.actor.type === 'system' || (tx.actor.type === 'person' && tx.actor.role === 'owner');
  if (message.forOwnerOnly && !isOwner) return new Refusal('not_permitted', 'identity.owners_only');
  if (message.body === null) return new Refusal('not_now', 'identity.message_erased');
  if (message.isSecret && message.expiresAt && message.expiresAt <= tx.now())
    return new Refusal('not_now', 'identity.message_erased');
  return true;
}

export function openMessage(
  ctx: Context,
  input: { messageId: Id<'message'> },
): Promise<Message & { body: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'message.read');
    const message = await findMessage(tx, input.messageId);
    if (!message) return refuse('not_found', 'identity.no_message');
    const verdict = mayOpen(tx, message);
    if (verdict instanceof Refusal) throw verdict;
    if (message.isSecret)
      tx.audit({ verb: 'identity.open_message', subject: message.id, change: { kind: message.kind } });
    return { ...message, body: message.body ?? '' };
  });
}
