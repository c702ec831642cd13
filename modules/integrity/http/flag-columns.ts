import { amountOf, dayCell, monthName, said, type Said, type TableColumn } from '@mosty/kernel/table-file';
import type { Language } from '@mosty/kernel/operation';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import { isShareOf } from '../contract/signs.ts';
import type { presentRow } from '../service/show-flag.ts';
import { words } from '../ui/words.ts';

type Row = ReturnType<typeof presentRow>;

/** One flag a line, as the list says it: what was seen, what waits, and what became of it. */
export const flagColumns = (zone: Zone): readonly TableColumn<Row>[] => [
  { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner.name },
  {
    title: { ru: 'Признак', en: 'Sign' },
    value: (row) => said(row.sign, { ru: words.ru.sign, en: words.en.sign }),
  },
  {
    title: { ru: 'Что видно', en: 'What is seen' },
    value: (row) => row.reason ?? measured(row.measure),
  },
  {
    title: { ru: 'Насколько серьёзно', en: 'How serious' },
    value: (row) => said(row.severity, { ru: words.ru.severity, en: words.en.severity }),
  },
  {
    title: { ru: 'Состояние', en: 'State' },
    value: (row) => said(row.state, { ru: words.ru.state, en: words.en.state }),
  },
  {
    title: { ru: 'Открыт', en: 'Opened' },
    value: (row) => dayCell(businessDateOf(row.openedAt, zone)),
  },
  { title: { ru: 'Ответ до', en: 'Answer by' }, value: (row) => dayCell(row.answerDueOn) },
  { title: { ru: 'Заморожено', en: 'Held' }, value: amountOf((row) => row.heldMinor) },
  { title: { ru: 'Заморожено до', en: 'Held until' }, value: (row) => dayCell(row.heldUntil) },
  { title: { ru: 'Под вопросом', en: 'At stake' }, value: amountOf((row) => row.atStakeMinor) },
  { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
  { title: { ru: 'Объяснение', en: 'Explanation' }, value: (row) => row.explanation },
];

/** The sentence of the list, its figures filled in. */
function measured({ code, params }: Row['measure']): Said {
  const sentences = said(code, { ru: words.ru.measure, en: words.en.measure });
  const fill = (language: Language) =>
    (sentences?.[language] ?? code)
      .replaceAll(/<\/?b>/g, '')
      .replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => figure(code, name, params[name], language));
  return { ru: fill('ru'), en: fill('en') };
}

function figure(code: string, name: string, value: unknown, language: Language): string {
  if (typeof value === 'string') return name === 'month' ? monthName(value, language) : value;
  if (typeof value !== 'number') return '';
  return isShareOf(code, name)
    ? (value / 1_000_000).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })
    : value.toLocaleString(language);
}
