import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { businessDateOf } from '@mosty/kernel/time';
import * as api from '../contract/document.ts';
import { receiptDueOn } from '../domain/receipt-due.ts';
import { rights } from '../policy.ts';
import { attachDocument, withdrawDocument } from '../service/documents.ts';
import { missingReceipts, pageOfDocuments } from '../store/documents.ts';

const MISSING_MAX = 200;

export const documentRoutes: readonly Served[] = [
  serve(api.listDocuments, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'document.read');
      const { cursor, ...filter } = query;
      const rows = await pageOfDocuments(tx, { ...filter, after: decodeCursor(cursor) });
      return pageFrom(rows, query.limit, ({ onDay, id }) => ({ value: onDay, id }));
    }),
  ),
  serve(api.listMissingReceipts, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'document.read');
      const today = businessDateOf(tx.now(), tx.zone);
      const found = await missingReceipts(tx, { ...query, limit: MISSING_MAX });
      return {
        items: found.map((one) => {
          const dueOn = receiptDueOn(one.paidOn);
          return { ...one, dueOn, isLate: dueOn < today };
        }),
      };
    }),
  ),
  serve(api.attachDocument, (ctx, { body }) => attachDocument(ctx, body)),
  serve(api.withdrawDocument, (ctx, { params, body }) => withdrawDocument(ctx, { ...params, ...body })),
];
