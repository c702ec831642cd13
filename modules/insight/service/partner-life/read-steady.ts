import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import {
  lastMonths,
  lastQuarter,
  lastWeeks,
  LONG_QUARTERS,
  SELLERS_NEEDED,
  spikesOf,
} from '../../domain/partner-life/steady.ts';
import { withDays } from '../../domain/partner-life/windows.ts';
import { sharePpm } from '../../domain/share.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { selectSellers, selectStability, selectWeeks } from '../../store/partner-life/steady.ts';

/** On whom and on which weeks the revenue of a class rests (S0.56, S1.22, S1.72, S3.45). */
export function readSteady(ctx: Context, asked: { class: ReportingClass }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    return withHashJoins(tx, () => steadyOf(tx, { class: asked.class, currency: tx.currency }));
  });
}

async function steadyOf(tx: Tx, asked: { class: ReportingClass; currency: string }) {
  const today = businessDateOf(tx.now(), tx.zone);
  const quarter = lastQuarter(today);
  const weeks = lastWeeks(today);
  const months = lastMonths(today);
  const found = await selectSellers(tx, asked, quarter);
  const { since, ...stability } = await selectStability(tx, asked, months);
  const share = (part: bigint) => (found.paying < SELLERS_NEEDED ? null : sharePpm(part, found.wholeMinor));
  return {
    ...asked,
    neededN: SELLERS_NEEDED,
    quarter: withDays(quarter),
    long: {
      quarters: LONG_QUARTERS,
      sellers: found.sellers,
      longSellers: found.longSellers,
      paidMinor: found.paidMinor,
      longPaidMinor: found.longPaidMinor,
      sharePpm: found.sellers < SELLERS_NEEDED ? null : sharePpm(found.longPaidMinor, found.paidMinor),
    },
    concentration: {
      sellers: found.paying,
      topOnePpm: share(found.topMinor),
      topFifthPpm: share(found.tenths[1] ?? 0n),
      hhi: found.paying < SELLERS_NEEDED ? null : found.hhi,
      tenths: found.paying < SELLERS_NEEDED ? [] : found.tenths.map((minor) => share(minor) ?? 0n),
    },
    spikes: { window: withDays(weeks), ...spikesOf(weeks, await selectWeeks(tx, asked, weeks)) },
    stability: { window: withDays({ from: since ?? months.from, to: months.to }), ...stability },
  };
}
