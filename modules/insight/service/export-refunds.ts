import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { amountOf, dayCell, everyRow, writeTable, type Wish } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type { RefundQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { readRefunds } from './read-deal-book.ts';

export function exportRefundBook(
  ctx: Context,
  { format, language, ...filter }: Omit<RefundQuery, 'cursor' | 'limit'> & Wish,
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'refund.export');
    return writeTable(
      { format, language },
      {
        name: 'refunds',
        columns: [
          {
            title: { ru: 'День', en: 'Date' },
            value: (row) => dayCell(businessDateOf(row.occurredAt, tx.zone)),
          },
          { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.externalId },
          { title: { ru: 'Откуда', en: 'Source' }, value: (row) => row.source },
          { title: { ru: 'Продажа', en: 'Sale' }, value: (row) => row.saleExternalId },
          { title: { ru: 'Клиент', en: 'Client' }, value: (row) => row.client?.name ?? null },
          { title: { ru: 'Сумма', en: 'Amount' }, value: amountOf((row) => row.amountMinor) },
          { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
          {
            title: { ru: 'Нашёл ли продажу', en: 'Has it found its sale' },
            value: (row) =>
              row.matched ? { ru: 'нашёл', en: 'found' } : { ru: 'ждёт продажу', en: 'waits for its sale' },
          },
          { title: { ru: 'Причина', en: 'Reason' }, value: (row) => row.reason },
        ],
        rows: everyRow((page) => readRefunds(tx, { ...filter, ...page })),
      },
    );
  });
}
