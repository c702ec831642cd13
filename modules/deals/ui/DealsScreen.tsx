import { Button } from '@mantine/core';
import { ClientMark } from '@mosty/directory/parts';
import { exportDeals, listDeals, type DealRow } from '@mosty/insight/contract';
import {
  ClassBadge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  sortOf,
  textOfSort,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { DealParties } from './DealParties.tsx';
import { LiveNow } from './LiveNow.tsx';
import { monthWindow } from './month-window.ts';
import { PlayButton } from './PlayButton.tsx';
import { RecordSale } from './RecordSale.tsx';
import { DealViews } from './work/DealViews.tsx';
import classes from './deals.module.css';

/** Who brought whom, for how much, how much we owe: in that order, always together (S2.31). */
export default function DealsScreen() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.deals);
  const mayRecord = useMay('sale.record');
  const sort = sortOf(filters.sort);
  const chosen = {
    q: filters.q || undefined,
    partner: filters.partner || undefined,
    client: filters.client || undefined,
    class: (filters.class || undefined) as DealRow['book'] | undefined,
    state: (filters.state || undefined) as 'uncredited' | 'refunded' | 'unpaid' | undefined,
    import: filters.import || undefined,
    ...monthWindow(filters.month, filters.from, filters.to),
  };
  const query = {
    ...chosen,
    ...(sort
      ? {
          sortBy: sort.by === 'amount' ? ('amount' as const) : ('occurredAt' as const),
          sortOrder: sort.order,
        }
      : {}),
  };
  const rows = useRows(listDeals, { query });
  const filtered = Object.values(chosen).some((value) => value !== undefined);

  const columns: readonly Column<DealRow>[] = [
    { id: 'who', title: t('deals.who'), cell: (row) => <DealParties row={row} />, narrow: 'title' },
    {
      id: 'client',
      title: t('deals.whom'),
      cell: (row) =>
        row.client ? (
          <PageLink to={paths.client({ clientId: row.client.id })} look="quiet">
            {row.client.name}
          </PageLink>
        ) : (
          t('deals.noClient')
        ),
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('deals.amount'),
      cell: (row) => (
        <>
          <Money minor={row.amountMinor} currency={row.currency} />
          {row.refundedMinor > 0 ? (
            <div>
              <Money minor={-row.refundedMinor} currency={row.currency} tone="warn" />
            </div>
          ) : null}
        </>
      ),
      align: 'right',
      sorts: true,
      narrow: 'value',
    },
    {
      id: 'reward',
      title: t('deals.reward'),
      cell: (row) =>
        row.who.length > 0 ? (
          <Money
            minor={row.rewardMinor}
            currency={row.currency}
            tone={row.rewardMinor === 0 ? 'dim' : 'plain'}
          />
        ) : null,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'owed',
      title: t('deals.owed'),
      cell: (row) =>
        row.who.length > 0 ? (
          <Money
            minor={row.owedMinor}
            currency={row.currency}
            tone={row.owedMinor === 0 ? 'dim' : 'plain'}
            strong={row.owedMinor > 0}
          />
        ) : null,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'class',
      title: t('deals.class'),
      cell: (row) => (row.book === 'direct' ? null : <ClassBadge of={row.book} short />),
      narrow: 'bare',
    },
    {
      id: 'occurredAt',
      title: t('deals.when'),
      cell: (row) => <When value={row.occurredAt} />,
      align: 'right',
      sorts: true,
      narrow: 'line',
    },
  ];

  return (
    <>
      <PageHeading
        title={t('deals.title')}
        answer={t('deals.answer')}
        actions={
          <>
            <ExportMenu
              of={exportDeals}
              hrefOf={(format) => hrefOf(exportDeals, { query: { ...query, format } })}
            />
            <PlayButton where="demo" />
            {mayRecord ? (
              <Button onClick={() => setFilters({ new: 'sale' })}>{t('actions.recordSale')}</Button>
            ) : null}
          </>
        }
      />
      <LiveNow />
      <div className={classes.views}>
        <DealViews here="sales" />
      </div>
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('deals.search') },
          { key: 'month', kind: 'month', label: t('deals.month') },
          { key: 'partner', kind: 'partner', label: t('deals.who') },
          { key: 'import', kind: 'import' },
          {
            key: 'class',
            kind: 'choice',
            label: t('deals.class'),
            options: (['partner_sales', 'referral', 'alliance', 'direct'] as const).map((value) => ({
              value,
              label: t(`book.${value}`),
            })),
          },
          {
            key: 'state',
            kind: 'choice',
            label: t('deals.state'),
            options: (['unpaid', 'uncredited', 'refunded'] as const).map((value) => ({
              value,
              label: t(`state.${value}`),
            })),
          },
        ]}
        aside={
          <>
            {filters.client ? (
              <ClientMark clientId={filters.client} onLift={() => setFilters({ client: '' })} />
            ) : null}
          </>
        }
      />
      <DataTable
        label={t('deals.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.saleId}
        rowTo={(row) => paths.sale({ saleId: row.saleId })}
        sort={sort}
        onSort={(next) => setFilters({ sort: textOfSort(next) })}
        tone={(row) => (row.uncredited ? 'warn' : undefined)}
        empty={
          <EmptyState
            title={filtered ? t('deals.nothingFound') : t('deals.emptyTitle')}
            actions={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() =>
                    setFilters({
                      q: '',
                      month: '',
                      class: '',
                      state: '',
                      partner: '',
                      client: '',
                      from: '',
                      to: '',
                      import: '',
                    })
                  }
                >
                  {t('deals.clear')}
                </Button>
              ) : (
                <>
                  <PageLink to={paths.imports()}>{t('deals.toImport')}</PageLink>
                  <PlayButton where="empty" />
                </>
              )
            }
          >
            {filtered ? t('deals.nothingFoundText') : t('deals.emptyText')}
          </EmptyState>
        }
      />
      {filters.new === 'sale' && mayRecord ? <RecordSale onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}
