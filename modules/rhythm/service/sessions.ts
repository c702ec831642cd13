import { knownPartner } from '@mosty/directory';
import { namesOfTeam, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { SessionKind } from '../contract/session.ts';
import { rights } from '../policy.ts';
import {
  insertInvited,
  insertSessionNote,
  lockSession,
  markCame,
  membersOfSessions,
  partnersOfSessions,
  saveSession,
  type SessionRecord,
} from '../store/sessions.ts';
import { touch } from './touch.ts';

/** A meeting and who is invited; whoever plans it takes part. @throws directory.partner_unknown, rhythm.not_of_team */
export function planSession(
  ctx: Context,
  input: {
    kind: SessionKind;
    title: string;
    startsAt: Date;
    minutes: number;
    partnerIds: readonly Id<'partner'>[];
    memberIds: readonly Id<'member'>[];
  },
): Promise<SessionRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const partnerIds = [...new Set(input.partnerIds)];
    for (const id of partnerIds) await knownPartner(tx, id);
    const own = tx.actor.type === 'person' ? [tx.actor.id] : [];
    const memberIds = [...new Set([...own, ...input.memberIds])];
    const team = await namesOfTeam(tx, memberIds);
    const stranger = memberIds.find((id) => !team.has(id));
    if (stranger) refuse('invalid', 'rhythm.not_of_team', { memberId: stranger });
    const { kind, title, startsAt, minutes } = input;
    const id = tx.id('session');
    const session = { id, kind, title, startsAt, minutes, promised: null, heldAt: null };
    await saveSession(tx, session);
    await insertInvited(tx, id, partnerIds, memberIds);
    tx.audit({ verb: 'rhythm.plan_session', subject: id, change: { partnerIds, kind } });
    tx.emit({ type: 'session.planned', sessionId: id, partnerIds });
    return session;
  });
}

/** It took place: each who came was touched by each of us who was there. @throws rhythm.session_unknown, rhythm.session_was_held */
export function holdSession(
  ctx: Context,
  input: { sessionId: Id<'session'>; came: readonly Id<'partner'>[]; promised?: string | null | undefined },
): Promise<SessionRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const session = await locked(tx, input.sessionId);
    if (session.heldAt) refuse('conflict', 'rhythm.session_was_held');
    const held: SessionRecord = { ...session, heldAt: tx.now(), promised: input.promised ?? null };
    await saveSession(tx, held);
    await markCame(tx, session.id, input.came);
    const came = (await partnersOfSessions(tx, [session.id])).filter(({ came: here }) => here === true);
    // An hour with six partners is ten minutes with each: the effort log does not multiply hours.
    const minutes = Math.round(session.minutes / Math.max(1, came.length));
    for (const { id } of came) await touch(tx, id, { kind: 'session', minutes, ofId: session.id });
    tx.audit({ verb: 'rhythm.hold_session', subject: session.id, change: { came: came.length } });
    tx.emit({ type: 'session.held', sessionId: session.id, partnerIds: came.map(({ id }) => id) });
    return held;
  });
}

/**
 * A note; a private one may be left only by somebody who took part, and is read by those only (S1.47).
 * @throws rhythm.session_unknown, rhythm.private_needs_part
 */
export function noteSession(
  ctx: Context,
  input: { sessionId: Id<'session'>; text: string; isPrivate: boolean },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const session = await locked(tx, input.sessionId);
    const took = (await membersOfSessions(tx, [session.id])).some(({ memberId }) => memberId === tx.actor.id);
    if (input.isPrivate && !took) refuse('not_permitted', 'rhythm.private_needs_part');
    const { text, isPrivate } = input;
    await insertSessionNote(tx, { id: tx.id('session_note'), sessionId: session.id, isPrivate, text });
    tx.audit({ verb: 'rhythm.note_session', subject: session.id, change: { isPrivate } });
    tx.emit({ type: 'session.noted', sessionId: session.id });
  });
}

async function locked(tx: Tx, id: Id<'session'>): Promise<SessionRecord> {
  return (await lockSession(tx, id)) ?? refuse('not_found', 'rhythm.session_unknown', { sessionId: id });
}
