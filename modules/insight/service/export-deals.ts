import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { amountOf, dayCell, everyRow, said, writeTable, type Wish } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type { DealFilterQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { words } from '../ui/words.ts';
import { readDealBook } from './read-deal-book.ts';

/** The deals of a filter as a file; amounts are numbers, texts cannot become formulas. */
export function exportDealBook(
  ctx: Context,
  { format, language, ...filter }: DealFilterQuery & Wish,
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.export');
    return writeTable(
      { format, language },
      {
        name: 'deals',
        columns: [
          {
            title: { ru: 'День', en: 'Date' },
            value: (row) => dayCell(businessDateOf(row.occurredAt, tx.zone)),
          },
          { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.externalId },
          {
            title: { ru: 'Кто привёл', en: 'Who brought' },
            value: (row) => row.who.map((party) => party.partnerName).join(', '),
          },
          {
            title: { ru: 'Класс учёта', en: 'Reporting class' },
            value: (row) => said(row.book, { ru: words.ru.book, en: words.en.book }),
          },
          { title: { ru: 'Клиент', en: 'Client' }, value: (row) => row.client?.name ?? '' },
          { title: { ru: 'Сумма', en: 'Amount' }, value: amountOf((row) => row.amountMinor) },
          { title: { ru: 'Вернули', en: 'Refunded' }, value: amountOf((row) => row.refundedMinor) },
          { title: { ru: 'Вознаграждение', en: 'Reward' }, value: amountOf((row) => row.rewardMinor) },
          { title: { ru: 'Должны', en: 'Owed' }, value: amountOf((row) => row.owedMinor) },
          { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
        ],
        rows: everyRow((page) => readDealBook(tx, { ...filter, ...page })),
      },
    );
  });
}
