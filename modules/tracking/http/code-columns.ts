import { dayCell, said, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import { kindName } from '@mosty/agreements';
import { words as kit } from '@mosty/ui-kit/words';
import type { CodeLine } from '../store/codes.ts';

/** The screens tell them by what they give. */
const CODE_KINDS = {
  promo: { ru: 'промокод', en: 'promo code' },
  referral: { ru: 'реферальный', en: 'referral' },
} as const;

/** A code in a file: whose it is and what it gives. */
export function codeColumns(zone: Zone): readonly TableColumn<CodeLine>[] {
  return [
    { title: { ru: 'Код', en: 'Code' }, value: (row) => row.code },
    { title: { ru: 'Вид кода', en: 'Kind of code' }, value: (row) => CODE_KINDS[row.kind] },
    { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
    { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
    {
      title: { ru: 'Класс учёта', en: 'Reporting class' },
      value: (row) => said(row.class, { ru: kit.ru.class, en: kit.en.class }),
    },
    { title: { ru: 'Вид соглашения', en: 'Kind of agreement' }, value: (row) => kindName(row.agreementKind) },
    { title: { ru: 'Скидка, %', en: 'Discount, %' }, value: (row) => Number(row.discountPpm) / 10_000 },
    { title: { ru: 'Заявки', en: 'Leads' }, value: (row) => row.leads },
    { title: { ru: 'Засчитано продаж', en: 'Credited sales' }, value: (row) => row.sales },
    { title: { ru: 'Выдан', en: 'Given on' }, value: (row) => dayCell(businessDateOf(row.createdAt, zone)) },
    {
      title: { ru: 'Остановлен', en: 'Stopped on' },
      value: (row) => dayCell(row.archivedAt && businessDateOf(row.archivedAt, zone)),
    },
    {
      title: { ru: 'На паузе с', en: 'Paused since' },
      value: (row) => dayCell(row.pausedAt && businessDateOf(row.pausedAt, zone)),
    },
  ];
}
