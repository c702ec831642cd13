import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import type { Starters } from '../../contract/partner-life.ts';
import { FIRST_SALE_NEEDED_N } from '../../domain/metrics/time-to-first-sale.ts';
import { sinceThe, withDays } from '../../domain/partner-life/windows.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { RIPE_DAYS, selectFirstSales, type StartersRow } from '../../store/partner-life/first-sale.ts';

/** How long partners wait for their first paid sale: everybody, each kind, each quarter of start. */
export function readFirstSale(ctx: Context, asked: { class: ReportingClass }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const today = businessDateOf(tx.now(), tx.zone);
    const rows = await withHashJoins(tx, () => selectFirstSales(tx, asked.class, today));
    const all = rows.find((row) => row.kind === null && row.quarter === null);
    return {
      class: asked.class,
      window: withDays(sinceThe(all?.since ?? null, addDays(today, 1))),
      neededN: FIRST_SALE_NEEDED_N,
      ripeDays: RIPE_DAYS,
      all: startersOf('all', all),
      kinds: rows
        .flatMap((row) => (row.kind === null ? [] : [startersOf(row.kind, row)]))
        .sort((a, b) => b.n - a.n),
      quarters: rows.flatMap((row) => (row.quarter === null ? [] : [startersOf(row.quarter, whenRipe(row))])),
    };
  });
}

/** Of a quarter that is still running only the quick have sold: its median would only show how young it is. */
function whenRipe(row: StartersRow): StartersRow {
  return row.ripe < row.n ? { ...row, medianDays: null, p75Days: null } : row;
}

function startersOf(key: string, row: StartersRow | undefined): Starters {
  return {
    key,
    n: row?.n ?? 0,
    sold: row?.sold ?? 0,
    medianDays: row?.medianDays ?? null,
    p75Days: row?.p75Days ?? null,
    ripe: row?.ripe ?? 0,
    soldInTime: row?.soldInTime ?? 0,
  };
}
