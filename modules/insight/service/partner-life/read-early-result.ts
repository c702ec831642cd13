import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import { EARLY_DAYS, earlyResult, GROUP_NEEDED_N, STAYS } from '../../domain/partner-life/early-result.ts';
import { sinceThe, withDays } from '../../domain/partner-life/windows.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { countEarly } from '../../store/partner-life/early-result.ts';

/** Do partners with a result in the first month stay: beside everybody else, and beside those who sold later (S1.20). */
export function readEarlyResult(ctx: Context, asked: { class: ReportingClass }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const today = businessDateOf(tx.now(), tx.zone);
    const counts = await withHashJoins(tx, () => countEarly(tx, asked.class, today));
    const since = counts.map((count) => count.since).toSorted()[0] ?? null;
    return {
      class: asked.class,
      window: withDays(sinceThe(since, addDays(today, 1 - STAYS.toDay))),
      neededN: GROUP_NEEDED_N,
      earlyDays: EARLY_DAYS,
      stays: STAYS,
      ...earlyResult(counts),
    };
  });
}
