import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { dayCell, everyRow, said, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import * as api from '../contract/document.ts';
import { receiptDueOn } from '../domain/receipt-due.ts';
import { rights } from '../policy.ts';
import { attachDocument, withdrawDocument } from '../service/documents.ts';
import { missingReceipts, pageOfDocuments } from '../store/documents.ts';
import { documents as words } from '../ui/words/documents.ts';

const MISSING_MAX = 200;

export const documentRoutes: readonly Served[] = [
  serve(api.listDocuments, (ctx, { query }) => look(ctx, (tx) => pageOf(tx, query))),
  serve(api.exportDocuments, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) =>
      writeTable(
        { format, language: languageOf(headers, language) },
        { name: 'documents', columns: COLUMNS, rows: everyRow((page) => pageOf(tx, { ...filter, ...page })) },
      ),
    ),
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

type Query = Omit<z.output<(typeof api.listDocuments)['query']>, 'cursor'> & { cursor?: string | undefined };

async function pageOf(tx: Tx, { cursor, ...filter }: Query) {
  permit(tx, rights, 'document.read');
  const rows = await pageOfDocuments(tx, { ...filter, after: decodeCursor(cursor) });
  return pageFrom(rows, filter.limit, ({ onDay, id }) => ({ value: onDay, id }));
}

const COLUMNS: readonly TableColumn<Awaited<ReturnType<typeof pageOf>>['items'][number]>[] = [
  { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
  {
    title: { ru: 'Вид', en: 'Kind' },
    value: (row) => said(row.kind, { ru: words.ru.kind, en: words.en.kind }),
  },
  { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.number },
  { title: { ru: 'Дата', en: 'Date' }, value: (row) => dayCell(row.onDay) },
  { title: { ru: 'Выплата', en: 'Payout' }, value: (row) => row.payoutId },
  { title: { ru: 'Отчёт', en: 'Statement' }, value: (row) => row.statementId },
  { title: { ru: 'Ссылка', en: 'Link' }, value: (row) => row.link },
];
