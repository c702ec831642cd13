import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { archiveCode } from './service/archive-code.ts';
import { createCode } from './service/create-code.ts';
import './service/names.ts';
import { listCodeRows } from './store/codes.ts';

export const trackingRoutes: Served[] = [
  serve(api.listCodes, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'code.read');
      const rows = await listCodeRows(tx, {
        text: query.q,
        partnerId: query.partnerId,
        live: query.live === undefined ? undefined : query.live === 'yes',
        after: decodeCursor(query.cursor),
        limit: query.limit,
      });
      return pageFrom(rows, query.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
    }),
  ),
  serve(api.createCode, (ctx, { body }) =>
    createCode(ctx, { ...body, discountPpm: BigInt(body.discountPpm) }),
  ),
  serve(api.archiveCode, (ctx, { params }) => archiveCode(ctx, params)),
];
