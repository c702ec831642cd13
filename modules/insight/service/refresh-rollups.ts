import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { monthOf, type BusinessDate } from '@mosty/kernel/time';
import { rights } from '../policy/channel.ts';
import { buildClients, countClients, shiftClients } from '../store/build-clients.ts';
import { buildDays } from '../store/build-days.ts';
import { buildMonths } from '../store/build-months.ts';
import { buildPartnerMonths, buildPartners } from '../store/build-partners.ts';
import { buildChecks } from '../store/client-worth/build-checks.ts';
import { findFreshness, lockRollups, saveFreshness } from '../store/freshness.ts';
import { withHashJoins } from '../store/hash-joins.ts';
import { buildHarm, priceFloor } from '../store/reputation/build-harm.ts';
import { clientsTouched, daysThatFollow, partnersOn } from '../store/touched-days.ts';

/**
 * Brings the roll-ups up to date with facts of the given days (of the company's calendar), taken-back facts too.
 * Repeating it changes nothing. Roll-ups cut in another zone than the company's present one, or judged by another price
 * floor, are built anew.
 */
export function refreshRollups(
  ctx: Context,
  input: { days: readonly BusinessDate[] },
): Promise<{ days: number | 'all' }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'rollup.rebuild');
    await lockRollups(tx);
    const freshness = await findFreshness(tx);
    const floorPpm = await priceFloor(tx);
    if (freshness && (freshness.zone !== tx.zone || freshness.floor_ppm !== floorPpm))
      return rebuildRollups(tx);
    return withHashJoins(tx, async () => {
      const days = [...new Set([...input.days, ...(await daysThatFollow(tx, input.days))])].sort();
      const gone = await partnersOn(tx, days);
      await buildDays(tx, days);
      await buildChecks(tx, days);
      await buildHarm(tx, days, floorPpm);
      const partners = [...new Set([...gone, ...(await partnersOn(tx, days))])];
      const months = [...new Set(days.map(monthOf))];
      const shifts = await buildClients(tx, await clientsTouched(tx, days));
      await countClients(tx, days);
      // Before the months are added up: a client may have moved to a day of its own month that was not built anew.
      await shiftClients(
        tx,
        shifts.filter((shift) => !days.includes(shift.day)),
        shifts.filter((shift) => !months.includes(monthOf(shift.day))),
      );
      await buildPartnerMonths(tx, partners, months);
      await buildPartners(tx, partners);
      await buildMonths(tx, months);
      await saveFreshness(tx, { rebuilt: false, floorPpm });
      return { days: days.length };
    });
  });
}

/** Throws every roll-up of the workspace away and builds it from the published views. */
export function rebuildRollups(ctx: Context | Tx): Promise<{ days: 'all' }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'rollup.rebuild');
    await lockRollups(tx);
    return withHashJoins(tx, async () => {
      const floorPpm = await priceFloor(tx);
      await buildDays(tx, 'all');
      await buildChecks(tx, 'all');
      await buildHarm(tx, 'all', floorPpm);
      await buildClients(tx, 'all');
      await countClients(tx, 'all');
      await buildPartnerMonths(tx, 'all', 'all');
      await buildPartners(tx, 'all');
      await buildMonths(tx, 'all');
      await saveFreshness(tx, { rebuilt: true, floorPpm });
      return { days: 'all' as const };
    });
  });
}
