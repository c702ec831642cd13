import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { rights } from '../policy.ts';
import { heldByLimit } from '../store/holds.ts';
import { easeLimitHold } from './hold-beyond-limit.ts';

/** Each night: what waited beyond a limit that a newer version of the limits lets through. Safe to repeat. */
export async function easeLimitHolds(ctx: Context): Promise<void> {
  permit(ctx, rights, 'accrual.hold');
  for (const partnerId of await look(ctx, heldByLimit))
    await transact(ctx, (tx) => easeLimitHold(tx, partnerId));
}
