import { ability } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import type * as z from 'zod';
import * as api from '../contract/flags.ts';
import { rights } from '../policy.ts';
import { askPartner } from '../service/ask-partner.ts';
import { liftFlag, makeIncident } from '../service/decide-flag.ts';
import { holdForFlag } from '../service/hold-for-flag.ts';
import { answerIncident, closeIncident } from '../service/incidents.ts';
import { raiseFlag } from '../service/raise-flag.ts';
import { presentRow, showFlag, todayOf } from '../service/show-flag.ts';
import { countStanding, heldNow, pageOfFlags } from '../store/flag-lists.ts';
import { lastLooks } from '../store/looks.ts';
import { flagColumns } from './flag-columns.ts';

export const flagRoutes: readonly Served[] = [
  serve(api.listFlags, (ctx, { query }) => look(ctx, (tx) => pageOf(tx, query))),
  serve(api.exportFlags, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'flag.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'flags',
          columns: flagColumns(tx.zone),
          rows: everyRow((page) => pageOf(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(api.countFlags, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'flag.read');
      const [lastLook = null] = await lastLooks(tx, 1);
      return {
        ...(await countStanding(tx, todayOf(tx))),
        held: await heldNow(tx),
        lastLook,
        can: {
          raise: ability(() => permit(tx, rights, 'flag.raise')),
          look: ability(() => permit(tx, rights, 'flag.look')),
        },
      };
    }),
  ),
  serve(api.readFlag, (ctx, { params }) => showFlag(ctx, params.flagId)),
  serve(api.raiseFlag, async (ctx, { body }) => showFlag(ctx, (await raiseFlag(ctx, body)).id)),
  serve(api.askPartner, async (ctx, { params, body }) => {
    await askPartner(ctx, { ...params, ...body });
    return showFlag(ctx, params.flagId);
  }),
  serve(api.holdForFlag, async (ctx, { params, body }) => {
    await holdForFlag(ctx, { ...params, ...body });
    return showFlag(ctx, params.flagId);
  }),
  serve(api.liftFlag, async (ctx, { params, body }) => {
    await liftFlag(ctx, { ...params, ...body });
    return showFlag(ctx, params.flagId);
  }),
  serve(api.makeIncident, async (ctx, { params }) => {
    await makeIncident(ctx, params);
    return showFlag(ctx, params.flagId);
  }),
  serve(api.answerIncident, async (ctx, { params, body }) =>
    showFlag(ctx, (await answerIncident(ctx, { ...params, ...body })).flagId ?? ''),
  ),
  serve(api.closeIncident, async (ctx, { params, body }) =>
    showFlag(ctx, (await closeIncident(ctx, { ...params, ...body })).flagId ?? ''),
  ),
];

type Query = Omit<z.output<(typeof api.listFlags)['query']>, 'cursor'> & { cursor?: string | undefined };

async function pageOf(tx: Tx, { cursor, ...filter }: Query) {
  permit(tx, rights, 'flag.read');
  const today = todayOf(tx);
  const rows = await pageOfFlags(tx, { ...filter, after: decodeCursor(cursor), today });
  const page = pageFrom(rows, filter.limit, ({ rank, id }) => ({ value: rank, id }));
  return { ...page, items: page.items.map((row) => presentRow(today, row)) };
}
