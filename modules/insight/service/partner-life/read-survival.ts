import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import { CURVES, type Curve } from '../../contract/partner-life.ts';
import {
  AT_RISK_NEEDED,
  SILENCE_DAYS,
  survivalCurve,
  watchedUntil,
} from '../../domain/partner-life/survival.ts';
import { sinceThe, withDays } from '../../domain/partner-life/windows.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { countSpans, countUnseen } from '../../store/partner-life/survival.ts';

/** How long partners go on selling, and the clients they brought go on paying, beside clients who came by themselves. */
export function readSurvival(ctx: Context, asked: { class: ReportingClass }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const today = businessDateOf(tx.now(), tx.zone);
    return withHashJoins(tx, async () => {
      const { since, ...unseen } = await countUnseen(tx, asked.class, today);
      const curves: Curve[] = [];
      for (const of of CURVES) curves.push(survivalCurve(of, await countSpans(tx, of, asked.class, today)));
      return {
        class: asked.class,
        window: withDays(sinceThe(since, addDays(watchedUntil(today), 1))),
        neededN: AT_RISK_NEEDED,
        silenceDays: SILENCE_DAYS,
        ...unseen,
        curves,
      };
    });
  });
}
