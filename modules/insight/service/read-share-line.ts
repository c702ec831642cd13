import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { addMonths, monthOfInstant } from '@mosty/kernel/time';
import { MARKS_PPM } from '../domain/metrics/share-of-revenue.ts';
import { shareMonths } from '../domain/share-months.ts';
import { rights } from '../policy/channel.ts';
import { selectMonths } from '../store/select-months.ts';

/** The share of each class month by month, the running month last. Months before the first sale are left out. */
export function readShareLine(ctx: Context, asked: { months: number; currency?: string | undefined }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const running = monthOfInstant(tx.now(), tx.zone);
    const end = addMonths(running, 1);
    const currency = asked.currency ?? tx.currency;
    const rows = await selectMonths(tx, addMonths(end, -asked.months), end, currency);
    return {
      currency,
      lowPpm: MARKS_PPM.low,
      maturePpm: MARKS_PPM.mature,
      months: shareMonths(rows, running),
    };
  });
}
