import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { moveStage, standingOf } from '@mosty/lifecycle';
import { secondHand, stopStateOf } from '../domain/stop-list.ts';
import { rights } from '../policy.ts';
import { lockStop, saveStop, type StopRecord } from '../store/stop-list.ts';
import { handOf } from './propose-stop.ts';

/**
 * The second person decides. What is approved is in force at once: the partner in the pipeline is moved to the stop
 * list with it. Whoever proposed may reject, which is taking the word back.
 * @throws recruiting.stop_unknown, recruiting.stop_decided, identity.two_people, recruiting.owner_decides
 */
export function decideStop(
  ctx: Context,
  input: { entryId: Id<'stop_entry'>; approved: boolean; note?: string | undefined },
): Promise<StopRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'stop_list.decide');
    const entry = await knownStop(tx, input.entryId);
    const state = stopStateOf(entry);
    if (state !== 'proposed') refuse('not_now', 'recruiting.stop_decided', { state });
    const hand = handOf(tx.actor);
    if (input.approved) orRefuse(secondHand({ by: entry.proposedBy, role: entry.proposedRole }, hand));
    const decided: StopRecord = {
      ...entry,
      approved: input.approved,
      decidedAt: tx.now(),
      decidedBy: hand.by,
      decidedRole: hand.role,
      decisionNote: input.note ?? null,
    };
    await saveStop(tx, decided);
    const { approved, reasonCode } = decided;
    tx.audit({
      verb: 'recruiting.decide_stop',
      subject: entry.partnerId ?? entry.id,
      reason: input.note,
      change: { entryId: entry.id, approved, reasonCode },
    });
    tx.emit({ type: 'stop.decided', entryId: entry.id, approved });
    if (approved && entry.partnerId) await moveOut(tx, entry.partnerId, reasonCode);
    return decided;
  });
}

/** A contact outside the pipeline has nowhere to be moved from: the gate at its entry knows the list. */
async function moveOut(tx: Tx, partnerId: Id<'partner'>, reasonCode: string): Promise<void> {
  const here = (await standingOf(tx, [partnerId])).get(partnerId);
  if (here && here.stage !== 'stop_listed')
    await moveStage(tx, { partnerId, to: 'stop_listed', details: { reasonCode } });
}

export async function knownStop(tx: Tx, entryId: Id<'stop_entry'>): Promise<StopRecord> {
  return (await lockStop(tx, entryId)) ?? refuse('not_found', 'recruiting.stop_unknown', { entryId });
}
