import type { Round } from '@mosty/identity';
import { transact } from '@mosty/kernel/db';
import { makeClickMonths } from '../store/clicks.ts';

const AHEAD_MS = 92 * 86_400_000;

/** The months that clicks will need next are there before the first of them. */
export const makeMonths: Round = {
  name: 'tracking.make_months',
  run: (ctx) => transact(ctx, (tx) => makeClickMonths(tx, tx.now(), new Date(tx.now().getTime() + AHEAD_MS))),
};
