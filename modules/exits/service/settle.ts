import { endAccessOf, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { neutralizeLinks } from '@mosty/tracking';
import { rights } from '../policy.ts';
import { saveRetention } from '../store/exits.ts';
import { openExit } from './open-exit.ts';
import { partingReason } from './parting-reason.ts';

type Of<More> = { readonly partnerId: Id<'partner'> } & More;

/** @throws exits.not_leaving, tracking.destination_not_allowed */
export function makeLinksNeutral(
  ctx: Context,
  { partnerId, destination }: Of<{ destination: string }>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.write');
    await openExit(tx, partnerId);
    await neutralizeLinks(tx, { partnerId, destination });
  });
}

/** Whoever has left signs in no more, on any device. @throws exits.not_leaving */
export function closeAccess(ctx: Context, { partnerId }: Of<object>): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.close_access');
    await openExit(tx, partnerId);
    const ended = await endAccessOf(tx, partnerId, await partingReason(tx));
    tx.audit({ verb: 'exits.close_access', subject: partnerId, change: ended });
  });
}

/** The day until which personal data of the partner's people is kept. @throws exits.not_leaving, exits.retention_passed */
export function setRetention(ctx: Context, { partnerId, on }: Of<{ on: string }>): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.write');
    const exit = await openExit(tx, partnerId);
    if (on <= businessDateOf(tx.now(), tx.zone)) refuse('invalid', 'exits.retention_passed', { on });
    await saveRetention(tx, exit, on);
    tx.audit({ verb: 'exits.set_retention', subject: partnerId, change: { on } });
  });
}
