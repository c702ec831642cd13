import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import { addDays, businessDate, businessDateOf, startOfDay } from '@mosty/kernel/time';
import type * as z from 'zod';
import * as api from '../contract/clicks.ts';
import { periodOf, type Period } from '../domain/period.ts';
import { rights } from '../policy.ts';
import { readClickFigures } from '../service/read-click-figures.ts';
import { listClickRows } from '../store/click-feed.ts';
import { clickColumns } from './click-columns.ts';

export const clickRoutes: readonly Served[] = [
  serve(api.getClickFigures, (ctx, { query: { linkId, partnerId, ...told } }) =>
    look(ctx, (tx) => {
      permit(tx, rights, 'click.read');
      return readClickFigures(tx, { ...periodTold(tx, told), linkId, partnerId });
    }),
  ),
  serve(api.listClicks, (ctx, { query }) =>
    look(ctx, (tx) => {
      permit(tx, rights, 'click.read');
      return clickPage(tx, query);
    }),
  ),
  serve(api.exportClicks, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'click.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'clicks',
          columns: clickColumns(tx.zone),
          rows: everyRow((page) => clickPage(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
];

type Told = Pick<z.output<typeof api.getClickFigures.query>, 'from' | 'to'>;

function periodTold(tx: Tx, { from, to }: Told): Period {
  const day = (text: string | undefined) => (text === undefined ? undefined : businessDate(text));
  return periodOf({ from: day(from), to: day(to) }, businessDateOf(tx.now(), tx.zone));
}

async function clickPage(tx: Tx, query: z.output<typeof api.listClicks.query>) {
  const { from, to } = periodTold(tx, query);
  const rows = await listClickRows(tx, {
    linkId: query.linkId,
    partnerId: query.partnerId,
    verdict: query.verdict,
    limit: query.limit,
    since: startOfDay(from, tx.zone),
    until: startOfDay(addDays(to, 1), tx.zone),
    after: decodeCursor(query.cursor),
  });
  return pageFrom(rows, query.limit, (row) => ({ value: row.at.toISOString(), id: row.id }));
}
