import { kindName } from '@mosty/agreements';
import { dayCell, said, saidList, type TableColumn } from '@mosty/kernel/table-file';
import type { AssetRow } from '../contract/assets.ts';
import { words } from '../ui/words.ts';

export const ASSET_COLUMNS: readonly TableColumn<AssetRow>[] = [
  { title: { ru: 'Материал', en: 'Material' }, value: (row) => row.title },
  {
    title: { ru: 'Вид', en: 'Kind' },
    value: (row) => said(row.kind, { ru: words.ru.kind, en: words.en.kind }),
  },
  {
    title: { ru: 'Для кого', en: 'For whom' },
    value: (row) =>
      row.kinds.length === 0
        ? { ru: words.ru.forAll, en: words.en.forAll }
        : saidList(row.kinds.map(kindName), ', '),
  },
  {
    title: { ru: 'Состояние', en: 'State' },
    value: (row) => said(row.state, { ru: words.ru.state, en: words.en.state }),
  },
  { title: { ru: 'Версия', en: 'Version' }, value: (row) => row.version },
  { title: { ru: 'Подтверждён', en: 'Confirmed on' }, value: (row) => dayCell(row.confirmedOn) },
  {
    title: { ru: 'Открытий за 90 дней', en: 'Openings in 90 days' },
    value: (row) => row.used?.opens ?? null,
  },
  {
    title: { ru: 'Партнёров открыли', en: 'Partners who opened' },
    value: (row) => row.used?.partners ?? null,
  },
  {
    title: { ru: 'Новых клиентов после открытия', en: 'New clients after an opening' },
    value: (row) => row.used?.clientsAfter ?? null,
  },
];
