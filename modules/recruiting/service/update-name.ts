import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { saveName, type NameRecord } from '../store/names.ts';
import { one } from './merge-names.ts';

interface UpdateName {
  readonly nameId: Id<'heard_name'>;
  readonly links?: readonly string[] | undefined;
  readonly audienceSize?: number | null | undefined;
}

/** @throws recruiting.name_unknown, recruiting.name_merged */
export function updateName(ctx: Context, { nameId, links, audienceSize }: UpdateName): Promise<void> {
  return change(ctx, nameId, 'recruiting.update_name', (tx, name) => ({
    ...name,
    links: links ?? name.links,
    ...(audienceSize !== undefined && {
      audienceSize,
      audienceSeenOn: audienceSize === null ? null : businessDateOf(tx.now(), tx.zone),
    }),
  }));
}

/** Not for us, and why. @throws recruiting.name_unknown, recruiting.name_merged, recruiting.taken_already */
export function setNameAside(
  ctx: Context,
  { nameId, why }: { nameId: Id<'heard_name'>; why: string },
): Promise<void> {
  return change(
    ctx,
    nameId,
    'recruiting.set_name_aside',
    (tx, name) => {
      if (name.partnerId !== null) refuse('not_now', 'recruiting.taken_already');
      return { ...name, setAsideAt: tx.now(), setAsideWhy: why };
    },
    why,
  );
}

/** @throws recruiting.name_unknown, recruiting.name_merged */
export function bringNameBack(ctx: Context, { nameId }: { nameId: Id<'heard_name'> }): Promise<void> {
  return change(ctx, nameId, 'recruiting.bring_name_back', (_tx, name) => ({
    ...name,
    setAsideAt: null,
    setAsideWhy: null,
  }));
}

function change(
  ctx: Context,
  nameId: Id<'heard_name'>,
  verb: `recruiting.${string}`,
  to: (tx: Tx, name: NameRecord) => NameRecord,
  reason?: string,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'name.write');
    const name = await one(tx, nameId);
    if (name.intoId !== null) refuse('conflict', 'recruiting.name_merged');
    await saveName(tx, to(tx, name));
    tx.audit({ verb, subject: nameId, reason });
  });
}
