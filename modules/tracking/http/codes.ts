import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import type * as z from 'zod';
import * as api from '../contract/codes.ts';
import { rights } from '../policy.ts';
import { archiveCode } from '../service/archive-code.ts';
import { createCode } from '../service/create-code.ts';
import { createCodes } from '../service/create-codes.ts';
import { codeColumns } from './code-columns.ts';
import { listCodeRows } from '../store/codes.ts';

export const codeRoutes: readonly Served[] = [
  serve(api.listCodes, (ctx, { query }) => look(ctx, (tx) => pageOfCodes(tx, query))),
  serve(api.exportCodes, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'code.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'codes',
          columns: codeColumns(tx.zone),
          rows: everyRow((page) => pageOfCodes(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(api.createCode, (ctx, { body }) =>
    createCode(ctx, { ...body, discountPpm: BigInt(body.discountPpm) }),
  ),
  serve(api.createCodes, async (ctx, { body }) => ({
    items: await createCodes(ctx, { ...body, discountPpm: BigInt(body.discountPpm) }),
  })),
  serve(api.archiveCode, (ctx, { params }) => archiveCode(ctx, params)),
];

async function pageOfCodes(tx: Tx, query: z.output<typeof api.listCodes.query>) {
  permit(tx, rights, 'code.read');
  const rows = await listCodeRows(tx, {
    text: query.q,
    partnerId: query.partnerId,
    live: query.live === undefined ? undefined : query.live === 'yes',
    after: decodeCursor(query.cursor),
    limit: query.limit,
  });
  return pageFrom(rows, query.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
}
