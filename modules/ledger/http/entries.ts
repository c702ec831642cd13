import { namesOf, namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { dayCell, everyRow, said, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import { exportLedger, listLedger } from '../contract/entries.ts';
import { words } from '../ui/words.ts';
import { accountName } from './account-name.ts';
import { rights } from '../policy.ts';
import { listTransactions } from '../store/list-transactions.ts';

type Filter = z.output<typeof listLedger.query>;

export const entryRoutes: readonly Served[] = [
  serve(listLedger, (ctx, { query }) => look(ctx, (tx) => pageOfLedger(tx, query))),
  serve(exportLedger, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'ledger.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'ledger',
          columns: [
            {
              title: { ru: 'День', en: 'Effective on' },
              value: (row) => dayCell(businessDateOf(new Date(row.of.effectiveAt), tx.zone)),
            },
            { title: { ru: 'Период', en: 'Period' }, value: (row) => ({ month: row.of.period }) },
            {
              title: { ru: 'Записано', en: 'Recorded on' },
              value: (row) => dayCell(businessDateOf(new Date(row.of.recordedAt), tx.zone)),
            },
            { title: { ru: 'Движение: номер в системе', en: 'Transaction id' }, value: (row) => row.of.id },
            {
              title: { ru: 'Что произошло', en: 'Movement' },
              value: (row) => said(row.of.kind, { ru: words.ru.movement, en: words.en.movement }),
            },
            { title: { ru: 'Основание', en: 'Source' }, value: (row) => row.of.sourceKind },
            { title: { ru: 'Основание: номер в системе', en: 'Source id' }, value: (row) => row.of.sourceId },
            { title: { ru: 'Счёт', en: 'Account' }, value: (row) => accountName(row.account) },
            { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
            { title: { ru: 'Дебет', en: 'Debit' }, value: (row) => side(row, row.amountMinor > 0n) },
            { title: { ru: 'Кредит', en: 'Credit' }, value: (row) => side(row, row.amountMinor < 0n) },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
            { title: { ru: 'Причина', en: 'Reason' }, value: (row) => row.of.reason },
            { title: { ru: 'Кто записал', en: 'Recorded by' }, value: (row) => row.of.authorName },
          ],
          rows: entriesOf(tx, filter),
        },
      );
    }),
  ),
];

interface Amount {
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** An entry stands in one of the two columns, without a sign. */
function side({ amountMinor: minor, currency }: Amount, stands: boolean) {
  return stands ? { minor: minor < 0n ? -minor : minor, currency } : null;
}

async function* entriesOf(tx: Tx, filter: Omit<Filter, 'cursor' | 'limit'>) {
  for await (const of of everyRow((page) => pageOfLedger(tx, { ...filter, ...page })))
    for (const entry of of.entries) yield { ...entry, of };
}

/** The ledger knows ids only; who they are is told by the modules that keep them. */
async function pageOfLedger(tx: Tx, { cursor, limit, ...filter }: Filter) {
  permit(tx, rights, 'ledger.read');
  const rows = await listTransactions(tx, { ...filter, before: decodeCursor(cursor)?.id, limit: limit + 1 });
  const authors = await namesOfMembers(tx, [...new Set(rows.map((row) => row.author))]);
  const partners = await namesOf(
    tx,
    rows.flatMap((row) => row.entries.flatMap((entry) => entry.partnerId ?? [])),
  );
  const shown = rows.map((row) => ({
    ...row,
    authorName: authors.get(row.author) ?? null,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    entries: row.entries.map((entry) => ({
      ...entry,
      partnerName: entry.partnerId && (partners.get(entry.partnerId) ?? null),
      amountMinor: BigInt(entry.amountMinor),
    })),
  }));
  return pageFrom(shown, limit, (row) => ({ value: row.id, id: row.id }));
}
