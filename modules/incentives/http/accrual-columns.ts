import { amountOf, dayCell, said, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import { words as kit } from '@mosty/ui-kit/words';
import type { ReadRow } from '../store/reading.ts';
import { words } from '../ui/words.ts';

/** An accrual in a file: to whom, for what, how much and in what state. */
export function accrualColumns(zone: Zone): readonly TableColumn<ReadRow>[] {
  return [
    { title: { ru: 'День', en: 'Date' }, value: (row) => dayCell(businessDateOf(row.effectiveAt, zone)) },
    { title: { ru: 'Период', en: 'Period' }, value: (row) => ({ month: row.period }) },
    { title: { ru: 'Начисление: номер в системе', en: 'Accrual id' }, value: (row) => row.id },
    { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
    { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
    {
      title: { ru: 'Класс учёта', en: 'Reporting class' },
      value: (row) => said(row.class, { ru: kit.ru.class, en: kit.en.class }),
    },
    {
      title: { ru: 'Вид', en: 'Kind' },
      value: (row) => said(row.kind, { ru: words.ru.accrualKind, en: words.en.accrualKind }),
    },
    {
      title: { ru: 'Роль', en: 'Role' },
      value: (row) => said(row.role, { ru: words.ru.role, en: words.en.role }),
    },
    { title: { ru: 'За что', en: 'For what' }, value: (row) => row.subject ?? row.feeFor },
    { title: { ru: 'Клиент', en: 'Client' }, value: (row) => row.clientName },
    { title: { ru: 'Схема', en: 'Scheme' }, value: (row) => row.schemeName },
    { title: { ru: 'Сумма', en: 'Amount' }, value: amountOf((row) => row.amountMinor) },
    { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
    {
      title: { ru: 'Состояние', en: 'State' },
      value: (row) => said(row.state, { ru: words.ru.accrualState, en: words.en.accrualState }),
    },
    { title: { ru: 'К выплате с', en: 'Payable from' }, value: (row) => dayCell(row.maturesOn) },
    { title: { ru: 'Почему заморожено', en: 'Why on hold' }, value: (row) => holdReason(row.holdReason) },
  ];
}

/** What the program itself holds is said in words; a person's reason stands as it was written. */
function holdReason(reason: string | null) {
  if (reason !== 'stage_limit') return reason;
  return { ru: words.ru.accruals.beyondLimit, en: words.en.accruals.beyondLimit };
}
