import type { Round } from '@mosty/identity';
import { transact } from '@mosty/kernel/db';
import { forgetDeliveries } from '../store/deliveries.ts';

const KEPT_MS = 90 * 86_400_000;

/** The log of deliveries is for finding out what went wrong; the events themselves stay. */
export const forgetOldDeliveries: Round = {
  name: 'webhooks.forget_old',
  run: (ctx) => transact(ctx, (tx) => forgetDeliveries(tx, new Date(tx.now().getTime() - KEPT_MS))),
};
