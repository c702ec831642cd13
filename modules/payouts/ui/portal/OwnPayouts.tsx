import {
  Badge,
  DataTable,
  EmptyState,
  Money,
  Section,
  useFormat,
  useRows,
  useWords,
  When,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { partnerPayouts, type PartnerPayout } from '../../contract.ts';

const TONE: Readonly<Record<PartnerPayout['state'], Tone>> = {
  approved: 'plain',
  paid: 'accent',
  failed: 'warn',
};

/** The last ones; the rest behind «Ещё». */
const FEW = 3;

/** What was paid, what is on its way, what did not arrive. */
export function OwnPayouts({ partnerId }: { partnerId: string }) {
  const t = useWords('payouts');
  const format = useFormat();
  const rows = useRows(partnerPayouts, { params: { partnerId }, query: { limit: FEW } });
  const columns: readonly Column<PartnerPayout>[] = [
    {
      id: 'when',
      title: t('own.money.when'),
      cell: (row) => <When value={row.paidOn ?? row.payOn} />,
      narrow: 'title',
    },
    {
      id: 'amount',
      title: t('own.money.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'what',
      title: t('own.money.payout'),
      cell: (row) => (
        <>
          {t('own.money.accruals', { count: row.accruals })}
          {row.carriedMinor > 0
            ? `, ${t('own.money.carried', { sum: format.money(row.carriedMinor, { currency: row.currency }) })}`
            : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'state',
      title: '',
      cell: (row) => <Badge tone={TONE[row.state]}>{t(`own.money.state.${row.state}`)}</Badge>,
      narrow: 'bare',
    },
  ];
  return (
    <Section title={t('own.money.payouts')}>
      <DataTable
        label={t('own.money.payouts')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('own.money.noPayouts')}>{t('own.money.noPayoutsText')}</EmptyState>}
      />
    </Section>
  );
}
