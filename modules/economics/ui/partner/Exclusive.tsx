import { DataTable, Money, PageLink, paths, Section, useWords, When } from '@mosty/ui-kit';
import type { PartnerProfit } from '../../contract.ts';

/** What one side gives up by working with nobody else, for what and until when (S1.67). */
export function Exclusive({ of: rows }: { of: PartnerProfit['exclusivity'] }) {
  const t = useWords('economics-partner');
  return (
    <Section title={t('exclusive.title')} note={t('exclusive.note')}>
      <DataTable
        label={t('exclusive.title')}
        rows={rows}
        rowKey={(row) => row.agreementId}
        columns={[
          {
            id: 'subject',
            title: t('exclusive.subject'),
            cell: (row) => (
              <PageLink to={paths.agreement({ agreementId: row.agreementId })}>{row.subject}</PageLink>
            ),
          },
          {
            id: 'bound',
            title: t('exclusive.bound'),
            narrow: 'line',
            cell: (row) => t(`exclusive.${row.bound}`),
          },
          { id: 'for', title: t('exclusive.inReturn'), narrow: 'bare', cell: (row) => row.inReturn },
          {
            id: 'price',
            title: t('exclusive.price'),
            align: 'right',
            narrow: 'value',
            cell: (row) =>
              row.priceMinor === null || row.currency === null ? (
                '–'
              ) : (
                <Money minor={row.priceMinor} currency={row.currency} />
              ),
          },
          {
            id: 'until',
            title: t('exclusive.until'),
            narrow: 'line',
            cell: (row) => <When value={row.until} />,
          },
        ]}
      />
    </Section>
  );
}
