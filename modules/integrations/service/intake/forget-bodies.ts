import type { Round } from '@mosty/identity';
import { transact } from '@mosty/kernel/db';
import { forgetBodies } from '../../store/intake.ts';

const KEPT_MS = 30 * 86_400_000;

/** A provider's own words hold names and cards' last digits: kept for disputes for thirty days, afterwards only their hash. */
export const forgetIntakeBodies: Round = {
  name: 'integrations.forget_intake_bodies',
  run: (ctx) => transact(ctx, (tx) => forgetBodies(tx, new Date(tx.now().getTime() - KEPT_MS))),
};
