import { dayCell, said, saidList, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import { words } from '../ui/words.ts';
import type { presentClients } from './present.ts';

type ClientShown = Awaited<ReturnType<typeof presentClients>>[number];

/** A keeper that came with a list has a code for a reason; any other reason was written by a person. */
const IMPORTED = { ru: { import: words.ru.keeper.imported }, en: { import: words.en.keeper.imported } };

/** A client in a file: whose it is, since when, and what it has shown. */
export function clientColumns(zone: Zone): readonly TableColumn<ClientShown>[] {
  const day = (at: Date | null) => dayCell(at && businessDateOf(at, zone));
  return [
    { title: { ru: 'Клиент: номер в системе', en: 'Client id' }, value: (row) => row.id },
    { title: { ru: 'Клиент', en: 'Client' }, value: (row) => row.name },
    { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.externalId },
    { title: { ru: 'ИНН', en: 'Tax number' }, value: (row) => row.taxNumber },
    { title: { ru: 'Почта', en: 'E-mail' }, value: (row) => row.email },
    { title: { ru: 'Телефон', en: 'Phone' }, value: (row) => row.phone },
    { title: { ru: 'Страна', en: 'Country' }, value: (row) => row.country },
    { title: { ru: 'Сегмент', en: 'Segment' }, value: (row) => row.segment },
    {
      title: { ru: 'Закреплён за: номер в системе', en: 'Keeper id' },
      value: (row) => row.keeper?.id ?? null,
    },
    { title: { ru: 'Закреплён за', en: 'Kept by' }, value: (row) => row.keeper?.name ?? null },
    { title: { ru: 'Закреплён с', en: 'Kept since' }, value: (row) => day(row.keeperSince) },
    { title: { ru: 'Почему закреплён', en: 'Why kept' }, value: (row) => said(row.keeperReason, IMPORTED) },
    { title: { ru: 'Первая оплата', en: 'First payment' }, value: (row) => day(row.firstPaidAt) },
    {
      title: { ru: 'Не хватает, чтобы рекомендовать', en: 'Missing proofs' },
      value: (row) =>
        saidList(
          row.missingProofs.map((one) =>
            said(one, { ru: words.ru.proofs.missingNames, en: words.en.proofs.missingNames }),
          ),
          ', ',
        ),
    },
    { title: { ru: 'Записан', en: 'Created on' }, value: (row) => day(row.createdAt) },
  ];
}
