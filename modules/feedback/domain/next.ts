import { Refusal } from '@mosty/kernel/refusal';
import type { ThreadKind, ThreadSide, ThreadState, Verdict } from '../contract.ts';

export interface Said {
  readonly side: ThreadSide;
  readonly verdict: Verdict | null;
}

/**
 * Whose turn it is after a message: what a partner says waits for us, what we say is an answer. An idea that is done or
 * declined is closed with its reason; the partner may still write, and then it waits for us again.
 */
export function next(
  thread: { readonly kind: ThreadKind; readonly verdict: Verdict | null },
  said: Said,
): { state: ThreadState; verdict: Verdict | null } | Refusal {
  if (said.side === 'theirs') {
    if (said.verdict !== null) return new Refusal('not_permitted', 'feedback.ours_decide', {});
    return { state: 'waiting', verdict: thread.verdict };
  }
  if (said.verdict === null) return { state: 'answered', verdict: thread.verdict };
  if (thread.kind === 'question') return new Refusal('invalid', 'feedback.question_has_no_verdict', {});
  return { state: said.verdict === 'planned' ? 'answered' : 'closed', verdict: said.verdict };
}

/** Working days that a promise of so many hours makes: «отвечаем за сутки» is by the end of the next working day. */
export function promisedDays(replyHours: number | null): number {
  return replyHours === null ? REPLY_DAYS : Math.max(1, Math.ceil(replyHours / 24));
}

/** When the person named with the partner promised nothing of their own. */
const REPLY_DAYS = 2;
