import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { fieldsToClear, fieldsToFill, mayMerge, taken } from '../domain/merge.ts';
import { rights } from '../policy.ts';
import { saveClientKeys } from '../store/client-keys.ts';
import { saveClients, type ClientRecord } from '../store/clients.ts';
import { insertMerge, markUndone, standingMerge, writeMergedInto } from '../store/merges.ts';
import { bringPartsBack, holdParts, moveParts } from './client-parts.ts';
import { lockedClient } from './clients.ts';

/**
 * A client who has not paid turned out to be another one that we know: its deals, leads and visits are that client's from
 * now on, what is told of it by its number as well, and what that client lacked of contacts it takes over. Who keeps
 * whom stays as it was.
 * @returns the client that is left
 * @throws directory.both_paid, directory.merge_other_way, directory.client_merged, directory.merged_into_itself
 */
export function mergeClients(
  ctx: Context,
  { clientId, intoId }: { clientId: Id<'client'>; intoId: Id<'client'> },
): Promise<ClientRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.merge');
    await holdParts(tx);
    const [from, into] = await lockBoth(tx, clientId, intoId);
    orRefuse(mayMerge(from, into));
    const moved = { number: from.externalId, ...(await moveParts(tx, { from: from.id, into: into.id })) };
    const filled = fieldsToFill(from, into);
    const left = taken(into, filled, from);
    // A number belongs to one client: it leaves the one before the other takes it.
    if (filled.includes('externalId')) await saveClients(tx, [{ ...from, externalId: null }]);
    await saveClients(tx, [left]);
    await writeMergedInto(tx, from.id, into.id);
    await forgetKeys(tx, from);
    await insertMerge(tx, { clientId: from.id, intoId: into.id, filled, moved });
    tx.audit({ verb: 'directory.merge_clients', subject: into.id, change: { clientId: from.id, filled } });
    tx.emit({ type: 'client.merged', clientIds: [into.id, from.id] });
    return left;
  });
}

/**
 * It was another one after all. What was moved goes back; what was told of either since stays where it was told.
 * @throws directory.not_merged
 */
export function undoMerge(ctx: Context, { clientId }: { clientId: Id<'client'> }): Promise<ClientRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.merge');
    await holdParts(tx);
    const told = await lockedClient(tx, clientId);
    const merge = await standingMerge(tx, clientId);
    if (!told.mergedIntoId || !merge) return refuse('not_now', 'directory.not_merged', { client: told.name });
    const into = await lockedClient(tx, merge.intoId);
    // Where the number was taken over, the one it came from has none any more.
    const { number } = merge.moved;
    const from = typeof number === 'string' ? { ...told, externalId: number } : told;
    const cleared = fieldsToClear(merge.filled, from, into);
    await saveClients(tx, [taken(into, cleared, null)]);
    await writeMergedInto(tx, clientId, null);
    const back: ClientRecord = { ...from, mergedIntoId: null };
    await saveClients(tx, [back]);
    await bringPartsBack(tx, { from: clientId, into: merge.intoId }, merge.moved);
    await markUndone(tx, clientId);
    tx.audit({ verb: 'directory.undo_merge', subject: clientId, change: { intoId: merge.intoId } });
    tx.emit({ type: 'client.merged', clientIds: [merge.intoId, clientId] });
    return back;
  });
}

/** In the order of ids: two who merge the same two never wait in a circle. */
async function lockBoth(
  tx: Tx,
  fromId: Id<'client'>,
  intoId: Id<'client'>,
): Promise<[ClientRecord, ClientRecord]> {
  if (fromId < intoId) {
    const from = await lockedClient(tx, fromId);
    return [from, await lockedClient(tx, intoId)];
  }
  const into = await lockedClient(tx, intoId);
  return [await lockedClient(tx, fromId), into];
}

/** Nobody is recognised as somebody who is another one. */
function forgetKeys(tx: Tx, client: ClientRecord): Promise<void> {
  return saveClientKeys(tx, [{ id: client.id }]);
}
