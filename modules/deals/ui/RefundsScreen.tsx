import { Button } from '@mantine/core';
import { exportRefunds, listRefunds } from '@mosty/insight/contract';
import {
  Badge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  useFilters,
  useRows,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';

type Refund = AnswerOf<typeof listRefunds>['items'][number];

const STATES = ['unmatched', 'matched'] as const;

/** Refunds, and those that still wait for their sale: nothing is dropped. */
export default function RefundsScreen() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.refunds);
  const state = STATES.find((one) => one === filters.state);
  const chosen = {
    state,
    month: filters.month || undefined,
    partner: filters.partner || undefined,
    import: filters.import || undefined,
  };
  const rows = useRows(listRefunds, { query: chosen });
  const { state: _state, ...others } = chosen;
  const filtered = Object.values(others).some((value) => value !== undefined);
  const columns: readonly Column<Refund>[] = [
    { id: 'number', title: t('refunds.number'), cell: (row) => row.externalId },
    {
      id: 'sale',
      title: t('refunds.sale'),
      cell: (row) =>
        row.saleId ? (
          <PageLink to={paths.sale({ saleId: row.saleId })}>
            {row.saleExternalId ?? t('refunds.openSale')}
          </PageLink>
        ) : (
          (row.saleExternalId ?? (row.link === 'client' ? t('refunds.toClient') : '–'))
        ),
      narrow: 'line',
    },
    { id: 'client', title: t('deals.whom'), cell: (row) => row.client?.name ?? '–', narrow: 'line' },
    {
      id: 'amount',
      title: t('refunds.amount'),
      cell: (row) => <Money minor={-row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'state',
      title: t('refunds.state'),
      cell: (row) =>
        row.matched ? t('refunds.matched') : <Badge tone="warn">{t('refunds.unmatched')}</Badge>,
      narrow: 'bare',
    },
    {
      id: 'when',
      title: t('deals.when'),
      cell: (row) => <When value={row.occurredAt} />,
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('refunds.title')}
        answer={t('refunds.answer')}
        actions={
          <ExportMenu
            of={exportRefunds}
            hrefOf={(format) => hrefOf(exportRefunds, { query: { ...chosen, format } })}
          />
        }
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'month', kind: 'month', label: t('deals.month') },
          { key: 'partner', kind: 'partner', label: t('deals.who') },
          { key: 'import', kind: 'import' },
          {
            key: 'state',
            kind: 'choice',
            label: t('refunds.state'),
            options: STATES.map((value) => ({
              value,
              label: t(`refunds.${value}`),
            })),
          },
        ]}
      />
      <DataTable
        label={t('refunds.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          filtered ? (
            <EmptyState
              title={t('deals.nothingFound')}
              actions={
                <Button
                  variant="default"
                  onClick={() => setFilters({ month: '', partner: '', state: '', import: '' })}
                >
                  {t('deals.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t(state === 'unmatched' ? 'refunds.allMatched' : 'refunds.none')}>
              {t('refunds.noneText')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
