import {
  Badge,
  ClassBadge,
  DataTable,
  FilterBar,
  Money,
  Percent,
  SegmentTabs,
  sortOf,
  textOfSort,
  useFilters,
  useLanguage,
  When,
  type Tone,
} from '@mosty/ui-kit';
import type { KitRow } from './rows.ts';

const KIT = { filters: ['q', 'month', 'class', 'state', 'sort'] as const };
const TONES: Record<KitRow['state'], Tone> = { due: 'accent', hold: 'warn', paid: 'faint', late: 'risk' };
const TEXT = {
  ru: {
    partner: 'Партнёр',
    client: 'Клиент',
    at: 'Дата',
    class: 'Класс',
    base: 'Сумма сделки',
    rate: 'Ставка',
    owed: 'Должны',
    state: 'Состояние',
    due: 'к выплате',
    hold: 'на проверке',
    paid: 'выплачено',
    late: 'просрочено',
    q: 'Партнёр или клиент',
    month: 'Месяц',
    all: 'Все',
    count: '7 начислений',
    total: 'Всего',
  },
  en: {
    partner: 'Partner',
    client: 'Client',
    at: 'Date',
    class: 'Class',
    base: 'Sale',
    rate: 'Rate',
    owed: 'Owed',
    state: 'State',
    due: 'due',
    hold: 'on hold',
    paid: 'paid',
    late: 'overdue',
    q: 'Partner or client',
    month: 'Month',
    all: 'All',
    count: '7 accruals',
    total: 'Total',
  },
};

export function KitTable({ rows, filters = false }: { rows: readonly KitRow[]; filters?: boolean }) {
  const t = TEXT[useLanguage()];
  const [values, change] = useFilters(KIT);
  const table = (
    <DataTable
      label={t.owed}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/kit?row=${row.id}`}
      {...(filters
        ? {
            sort: sortOf(values.sort) ?? { by: 'owed', order: 'desc' as const },
            onSort: (sort) => change({ sort: textOfSort(sort) }),
          }
        : {})}
      columns={[
        { id: 'partner', title: t.partner, cell: (row) => row.partner, sorts: true },
        { id: 'client', title: t.client, cell: (row) => row.client, narrow: 'bare' },
        { id: 'at', title: t.at, cell: (row) => <When value={row.at} style="short" />, sorts: true },
        ...(filters
          ? [{ id: 'class', title: t.class, cell: (row: KitRow) => <ClassBadge of={row.class} short /> }]
          : []),
        { id: 'state', title: t.state, cell: (row) => <Badge tone={TONES[row.state]}>{t[row.state]}</Badge> },
        ...(filters
          ? [
              {
                id: 'base',
                title: t.base,
                align: 'right' as const,
                cell: (row: KitRow) => <Money minor={row.base} tone="dim" />,
                sorts: true,
              },
              {
                id: 'rate',
                title: t.rate,
                align: 'right' as const,
                cell: (row: KitRow) => <Percent ppm={row.ratePpm} tone="dim" />,
              },
            ]
          : []),
        {
          id: 'owed',
          title: t.owed,
          align: 'right',
          narrow: 'value',
          sorts: true,
          cell: (row) => <Money minor={row.owed} tone={row.state === 'late' ? 'risk' : 'plain'} />,
        },
      ]}
      totals={{ partner: t.total, owed: <Money minor={rows.reduce((sum, row) => sum + row.owed, 0)} /> }}
    />
  );
  if (!filters) return table;
  return (
    <>
      <SegmentTabs
        label={t.state}
        value={values.state || 'all'}
        segments={[
          { value: 'all', label: t.all, count: 7 },
          { value: 'due', label: t.due, count: 4 },
          { value: 'hold', label: t.hold, count: 1 },
          { value: 'late', label: t.late, count: 1 },
        ]}
        onChange={(state) => change({ state: state === 'all' ? '' : state })}
      />
      <FilterBar
        values={values}
        onChange={change}
        fields={[
          { key: 'q', kind: 'search', label: t.q },
          { key: 'month', kind: 'month', label: t.month },
          {
            key: 'class',
            kind: 'choice',
            label: t.class,
            options: [
              { value: 'referral', label: 'Рекомендации' },
              { value: 'alliance', label: 'Стратегическое' },
            ],
          },
        ]}
        aside={t.count}
      />
      {table}
    </>
  );
}
