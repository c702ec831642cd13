import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { deleteSession, deleteSessions } from '../store/sign-ins.ts';
import { meOf } from './me.ts';

/** The user behind the member who acts. */
export async function myUserId(tx: Tx): Promise<string> {
  const me = await meOf(tx);
  return me.userId ?? refuse('not_permitted', 'identity.people_only');
}

/** Signs out one of one's own devices at once. */
export function endMySession(ctx: Context, input: { sessionId: string }): Promise<number> {
  return transact(ctx, async (tx) => {
    const ended = await deleteSession(tx, await myUserId(tx), input.sessionId);
    if (ended === 0) return refuse('not_found', 'identity.no_session');
    tx.audit({ verb: 'identity.end_session', subject: tx.actor.id, change: { ended } });
    return ended;
  });
}

/** Signs out everything but the session with this token. */
export function endMyOtherSessions(ctx: Context, input: { keepToken: string }): Promise<number> {
  return transact(ctx, async (tx) => {
    const ended = await deleteSessions(tx, await myUserId(tx), input.keepToken);
    if (ended > 0) tx.audit({ verb: 'identity.end_session', subject: tx.actor.id, change: { ended } });
    return ended;
  });
}
