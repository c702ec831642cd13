import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { expire } from '../domain/registration.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { dealsToExpire, holdRegistrations, saveDeals } from '../store/deals.ts';
import { reviveAfter } from './decide-registration.ts';
import { tellDeals } from './tell-deals.ts';

const BATCH_MAX = 500;

/** Protection that ran out protects nobody: whoever came second has its turn. Safe to repeat. */
export function expireRegistrations(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const moment = { now: tx.now(), zone: tx.zone };
    const today = businessDateOf(tx.now(), tx.zone);
    await holdRegistrations(tx);
    const expired = (await dealsToExpire(tx, today, BATCH_MAX)).flatMap((deal) => expire(deal, moment) ?? []);
    const [first] = expired;
    if (!first) return 0;
    await saveDeals(tx, expired);
    await insertDealEvents(
      tx,
      expired.map(({ id, protectedUntil }) => ({
        dealId: id,
        what: 'expired',
        params: { until: protectedUntil },
      })),
    );
    await reviveAfter(
      tx,
      expired.map(({ id }) => id),
    );
    tx.audit({ verb: 'deals.expire_registrations', subject: first.id, change: { count: expired.length } });
    tellDeals(tx, 'deal.expired', expired);
    return expired.length;
  });
}

export const expireDeals: Round = {
  name: 'deals.expire',
  async run(ctx) {
    while ((await expireRegistrations(ctx)) === BATCH_MAX);
  },
};
