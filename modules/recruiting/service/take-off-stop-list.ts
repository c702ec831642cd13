import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { secondHand, stopStateOf } from '../domain/stop-list.ts';
import { rights } from '../policy.ts';
import { saveStop, type StopRecord } from '../store/stop-list.ts';
import { knownStop } from './decide-stop.ts';
import { handOf } from './propose-stop.ts';

/** Somebody asks to take an entry off: a mistake, or it was made good. @throws recruiting.stop_unknown, recruiting.stop_not_in_force */
export function askStopOff(
  ctx: Context,
  input: { entryId: Id<'stop_entry'>; reason: string },
): Promise<StopRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'stop_list.decide');
    const entry = await knownStop(tx, input.entryId);
    const state = stopStateOf(entry);
    if (state !== 'standing') refuse('not_now', 'recruiting.stop_not_in_force', { state });
    const { by, role } = handOf(tx.actor);
    const asked: StopRecord = {
      ...entry,
      offAskedAt: tx.now(),
      offAskedBy: by,
      offAskedRole: role,
      offReason: input.reason,
    };
    await saveStop(tx, asked);
    tx.audit({
      verb: 'recruiting.ask_stop_off',
      subject: entry.partnerId ?? entry.id,
      reason: input.reason,
      change: { entryId: entry.id },
    });
    return asked;
  });
}

/**
 * The second person takes off, or leaves on the list. A partner stays where the pipeline holds it: history is not undone.
 * @throws recruiting.stop_unknown, recruiting.stop_not_asked, identity.two_people, recruiting.owner_decides
 */
export function decideStopOff(
  ctx: Context,
  input: { entryId: Id<'stop_entry'>; takeOff: boolean },
): Promise<StopRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'stop_list.decide');
    const entry = await knownStop(tx, input.entryId);
    if (stopStateOf(entry) !== 'off_asked' || entry.offAskedBy === null)
      return refuse('not_now', 'recruiting.stop_not_asked', {});
    const hand = handOf(tx.actor);
    if (input.takeOff) orRefuse(secondHand({ by: entry.offAskedBy, role: entry.offAskedRole }, hand));
    const decided: StopRecord = input.takeOff
      ? { ...entry, offAt: tx.now(), offBy: hand.by, offRole: hand.role }
      : { ...entry, offAskedAt: null, offAskedBy: null, offAskedRole: null, offReason: null };
    await saveStop(tx, decided);
    tx.audit({
      verb: 'recruiting.decide_stop_off',
      subject: entry.partnerId ?? entry.id,
      change: { entryId: entry.id, takenOff: input.takeOff },
    });
    if (input.takeOff) tx.emit({ type: 'stop.taken_off', entryId: entry.id });
    return decided;
  });
}
