import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertApart, lockNames, moveSpellings, saveName, type NameRecord } from '../store/names.ts';

type NameId = Id<'heard_name'>;

/**
 * This spelling is that name: its mentions count there, what was merged into it goes along, its links and the size of its
 * audience are taken where the other has none. Mentions themselves stay as they were said.
 * @throws recruiting.name_unknown, recruiting.same_name, recruiting.name_merged, recruiting.both_taken
 */
export function mergeNames(
  ctx: Context,
  { nameId, intoId }: { nameId: NameId; intoId: NameId },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'name.write');
    if (nameId === intoId) refuse('invalid', 'recruiting.same_name');
    const [name, into] = await two(tx, nameId, intoId);
    if (name.intoId !== null || into.intoId !== null) refuse('conflict', 'recruiting.name_merged');
    if (name.partnerId !== null && into.partnerId !== null && name.partnerId !== into.partnerId)
      refuse('conflict', 'recruiting.both_taken');
    await saveName(tx, { ...name, intoId, partnerId: null, setAsideAt: null, setAsideWhy: null });
    await moveSpellings(tx, nameId, intoId);
    const larger = (name.audienceSize ?? -1) > (into.audienceSize ?? -1) ? name : into;
    const partnerId = into.partnerId ?? name.partnerId;
    await saveName(tx, {
      ...into,
      partnerId,
      audienceSize: larger.audienceSize,
      audienceSeenOn: larger.audienceSeenOn,
      // Whoever is taken into work is not set aside by a spelling that was.
      ...(partnerId !== null && { setAsideAt: null, setAsideWhy: null }),
    });
    tx.audit({ verb: 'recruiting.merge_names', subject: intoId, change: { nameId } });
  });
}

/** A merging was a mistake: the spelling is a name of its own again. @throws recruiting.name_unknown, recruiting.not_merged */
export function partName(ctx: Context, { nameId }: { nameId: NameId }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'name.write');
    const name = await one(tx, nameId);
    const intoId = name.intoId ?? refuse('not_now', 'recruiting.not_merged');
    await saveName(tx, { ...name, intoId: null });
    await insertApart(tx, nameId, intoId);
    tx.audit({ verb: 'recruiting.part_name', subject: intoId, change: { nameId } });
  });
}

/** These two are two, whatever they look like. @throws recruiting.name_unknown, recruiting.same_name */
export function keepApart(
  ctx: Context,
  { nameId, otherId }: { nameId: NameId; otherId: NameId },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'name.write');
    if (nameId === otherId) refuse('invalid', 'recruiting.same_name');
    await two(tx, nameId, otherId);
    await insertApart(tx, nameId, otherId);
    tx.audit({ verb: 'recruiting.keep_apart', subject: nameId, change: { otherId } });
  });
}

export async function one(tx: Tx, nameId: NameId): Promise<NameRecord> {
  return (
    (await lockNames(tx, [nameId])).get(nameId) ?? refuse('not_found', 'recruiting.name_unknown', { nameId })
  );
}

async function two(tx: Tx, nameId: NameId, otherId: NameId): Promise<[NameRecord, NameRecord]> {
  const names = await lockNames(tx, [nameId, otherId]);
  const of = (id: NameId) => names.get(id) ?? refuse('not_found', 'recruiting.name_unknown', { nameId: id });
  return [of(nameId), of(otherId)];
}
