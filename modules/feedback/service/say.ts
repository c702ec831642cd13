import { addWorkingDays } from '@mosty/country-ru';
import { facesOf } from '@mosty/directory';
import { namesOfMembers } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { orRefuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { ThreadSide, Verdict } from '../contract.ts';
import { next, promisedDays } from '../domain/next.ts';
import { insertMessage, saveThread, type ThreadRecord } from '../store/threads.ts';

export function sideOf(tx: Pick<Tx, 'actor'>): ThreadSide {
  return tx.actor.type === 'person' && tx.actor.partnerId !== null ? 'theirs' : 'ours';
}

/**
 * Writes the message and whose turn it is now. What waits for us is given to our main person of the partner, by the day
 * that this person promised: working days, so that a question of Friday evening is not late on Monday morning.
 */
export async function say(
  tx: Tx,
  thread: ThreadRecord,
  said: { readonly side: ThreadSide; readonly text: string; readonly verdict: Verdict | null },
): Promise<ThreadRecord> {
  const turn = orRefuse(next(thread, said));
  const ours = (await facesOf(tx, [thread.partnerId])).filter((face) => face.side === 'ours');
  const answerer = ours.find((face) => face.isMain) ?? ours[0];
  // A second question does not put off the answer to the first.
  const promised = () =>
    addWorkingDays(businessDateOf(tx.now(), tx.zone), promisedDays(answerer?.replyHours ?? null));
  const moved: ThreadRecord = {
    ...thread,
    ...turn,
    answererFaceId: answerer?.id ?? null,
    movedAt: tx.now(),
    answerBy: turn.state === 'waiting' ? (thread.answerBy ?? promised()) : null,
  };
  await saveThread(tx, moved);
  const author = (await namesOfMembers(tx, [tx.actor.id])).get(tx.actor.id);
  await insertMessage(tx, moved, {
    id: tx.id('thread_message'),
    side: said.side,
    author: author ?? 'Mosty',
    text: said.text,
    verdict: said.verdict,
    at: tx.now(),
  });
  tx.emit({ type: 'thread.moved', threadId: thread.id, partnerId: thread.partnerId, side: said.side });
  return moved;
}
