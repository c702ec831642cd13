import { Badge, DataTable, Money, paths, useWords, When, type Column } from '@mosty/ui-kit';
import type { MonthFigures } from '../contract.ts';

/** A row a month, the newest first; each opens its page. */
export function MonthsTable({ months, currency }: { months: readonly MonthFigures[]; currency: string }) {
  const t = useWords('economics');
  const amount = (
    id: string,
    title: string,
    minor: (row: MonthFigures) => number | null,
  ): Column<MonthFigures> => ({
    id,
    title,
    align: 'right',
    narrow: id === 'margin' ? 'value' : 'line',
    cell: (row) => {
      const value = minor(row);
      return value === null ? '–' : <Money minor={value} currency={currency} precision="whole" />;
    },
  });
  const columns: readonly Column<MonthFigures>[] = [
    {
      id: 'month',
      title: t('page.month'),
      cell: (row) => (
        <>
          <When value={row.month} style="month" /> {row.closedAt ? <Badge>{t('page.closed')}</Badge> : null}
          {row.whole ? null : <Badge tone="warn">{t('page.running')}</Badge>}
        </>
      ),
    },
    amount('plan', t('page.plan'), (row) => row.plan?.revenueMinor ?? null),
    amount('revenue', t('line.revenue'), (row) => row.revenueMinor),
    amount('goods', t('line.goods'), (row) => row.goodsMinor),
    amount('commission', t('line.commission'), (row) => row.commissionMinor),
    amount('costs', t('line.costs'), (row) =>
      row.costs.reduce((sum, { amountMinor }) => sum + amountMinor, row.unpricedMinor),
    ),
    amount('margin', t('line.margin'), (row) => row.marginMinor),
    amount('cumulative', t('line.cumulative'), (row) => row.cumulativeMinor),
  ];
  return (
    <DataTable
      label={t('page.months')}
      columns={columns}
      rows={months.toReversed()}
      rowKey={(row) => row.month}
      rowTo={(row) => paths.economicsMonth({ month: row.month })}
    />
  );
}
