import { Badge, DataTable, Money, paths, Section, useWords, When, type Column } from '@mosty/ui-kit';
import type { Deal } from './SaleScreen.tsx';
import classes from './deals.module.css';

type Accrual = Deal['accruals'][number];

const TONE = { on_hold: 'risk', paid: 'faint', waived: 'faint', reversed: 'faint' } as const;

/** The accruals of the sale; each opens to the arithmetic behind it. */
export function AccrualsOfSale({ deal }: { deal: Deal }) {
  const t = useWords('deals');
  const incentives = useWords('incentives');
  const columns: readonly Column<Accrual>[] = [
    { id: 'partner', title: t('sale.partner'), cell: (row) => row.partnerName },
    {
      id: 'kind',
      title: t('sale.for'),
      cell: (row) => incentives(`accrualKind.${row.kind}`),
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('deals.reward'),
      cell: (row) => (
        <Money
          minor={row.amountMinor}
          currency={row.currency}
          tone={row.amountMinor < 0 ? 'warn' : 'plain'}
        />
      ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'state',
      title: t('sale.state'),
      cell: (row) => (
        <Badge tone={TONE[row.state as keyof typeof TONE] ?? 'plain'}>
          {incentives(`accrualState.${row.state}`)}
        </Badge>
      ),
      narrow: 'line',
    },
    {
      id: 'period',
      title: t('sale.period'),
      cell: (row) => <When value={row.period} />,
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <DataTable
      label={t('sale.owedWhy')}
      columns={columns}
      rows={deal.accruals}
      rowKey={(row) => row.id}
      rowTo={(row) => paths.accrual({ accrualId: row.id })}
    />
  );
}

export function SaleAccruals({ deal }: { deal: Deal }) {
  const t = useWords('deals');
  return (
    <Section title={t('sale.owedWhy')} note={deal.accruals.length > 0 ? t('sale.openAccrual') : undefined}>
      {deal.accruals.length > 0 ? (
        <AccrualsOfSale deal={deal} />
      ) : (
        <p className={classes.sum}>
          {t(deal.sale.who.length > 0 ? 'sale.nothingAccrued' : 'sale.nobodyToPay')}
        </p>
      )}
    </Section>
  );
}
