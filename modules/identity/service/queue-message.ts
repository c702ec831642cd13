import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Letter } from '../domain/letters.ts';
import { insertMessage } from '../store/messages.ts';

interface QueueMessage {
  /** What the letter is for: `invitation`, `sign_in_link`. */
  readonly kind: string;
  readonly to: string;
  readonly letter: Letter;
  /** It carries a one-time link: the text is erased once it was delivered or this moment has passed. */
  readonly secretUntil?: Date;
  readonly forOwnerOnly?: boolean;
}

let wake: () => void = () => {};

/** The sender asks to be woken after each commit that left a letter. */
export function onMessageQueued(listener: () => void): void {
  wake = listener;
}

export function wakeSender(): void {
  wake();
}

/** Writes a letter in the caller's transaction: no commit, no letter. It is delivered afterwards, at least once. */
export async function queueMessage(tx: Tx, input: QueueMessage): Promise<Id<'message'>> {
  const id = tx.id('message');
  await insertMessage(tx, {
    id,
    kind: input.kind,
    toEmail: input.to,
    subject: input.letter.subject,
    body: input.letter.text,
    isSecret: input.secretUntil !== undefined,
    forOwnerOnly: input.forOwnerOnly ?? false,
    state: 'queued',
    attempts: 0,
    nextAttemptAt: tx.now(),
    lastError: null,
    createdAt: tx.now(),
    sentAt: null,
    expiresAt: input.secretUntil ?? null,
  });
  tx.afterCommit(wakeSender);
  return id;
}
