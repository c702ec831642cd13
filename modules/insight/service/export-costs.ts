import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { amountOf, dayCell, everyRow, said, writeTable, type Wish } from '@mosty/kernel/table-file';
import type { CostQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { words } from '../ui/words.ts';
import { readCosts } from './read-deal-book.ts';

export function exportCostBook(
  ctx: Context,
  { format, language, ...filter }: Omit<CostQuery, 'cursor' | 'limit'> & Wish,
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'cost.export');
    return writeTable(
      { format, language },
      {
        name: 'costs',
        columns: [
          { title: { ru: 'День', en: 'Date' }, value: (row) => dayCell(row.occurredOn) },
          { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner?.name ?? null },
          {
            title: { ru: 'Класс учёта', en: 'Reporting class' },
            value: (row) => said(row.class, { ru: words.ru.book, en: words.en.book }),
          },
          {
            title: { ru: 'На что', en: 'What for' },
            value: (row) => said(row.kind, { ru: words.ru.note, en: words.en.note }),
          },
          { title: { ru: 'Сумма', en: 'Amount' }, value: amountOf((row) => row.amountMinor) },
          { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
          {
            title: { ru: 'Часы', en: 'Hours' },
            value: (row) => (row.hours === null ? null : Number(row.hours)),
          },
          { title: { ru: 'Примечание', en: 'Note' }, value: (row) => row.note },
        ],
        rows: everyRow((page) => readCosts(tx, { ...filter, ...page })),
      },
    );
  });
}
