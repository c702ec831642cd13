import { exportOwed, listOwed, type OwedRow, type OwedSort } from '../contract.ts';
import {
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  Money,
  PageLink,
  paths,
  SegmentTabs,
  sortOf,
  textOfSort,
  useFilters,
  useMay,
  useRows,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { BlockedReasons } from './BlockedReasons.tsx';
import { ProposeWriteOff } from './ProposeWriteOff.tsx';

const SORTS: readonly OwedSort[] = ['owed', 'available', 'overdue', 'pending', 'onHold'];
const STATES = ['owed', 'overdue', 'on_hold', 'debt'] as const;

/** The order of the address; whom we owe the most stands first. */
function orderOf(text: string): { sortBy: OwedSort; sortOrder: 'asc' | 'desc' } {
  const sort = sortOf(text);
  const by = SORTS.find((one) => one === sort?.by);
  return by && sort ? { sortBy: by, sortOrder: sort.order } : { sortBy: 'owed', sortOrder: 'desc' };
}

/** The list as it stands, as a file. */
export function TakeOutOwed() {
  const [filters] = useFilters(paths.money);
  const state = STATES.find((one) => one === filters.state);
  return (
    <ExportMenu
      of={exportOwed}
      hrefOf={(format) => hrefOf(exportOwed, { query: { state, ...orderOf(filters.sort), format } })}
    />
  );
}

/** Each partner: how much, of what kind, and what stands in the way. */
export function Owed() {
  const t = useWords('payouts');
  const [filters, setFilters] = useFilters(paths.money);
  const mayWriteOff = useMay('write_off.propose');
  const state = STATES.find((one) => one === filters.state);
  const order = orderOf(filters.sort);
  const rows = useRows(listOwed, { query: { state, ...order } });
  const columns: readonly Column<OwedRow>[] = [
    { id: 'partner', title: t('columns.partner'), cell: (row) => row.partnerName },
    {
      id: 'owed',
      title: t('money.owed'),
      cell: (row) => (
        <PageLink look="quiet" to={paths.ledger({ partner: row.partnerId })}>
          <Money
            minor={row.owedMinor}
            currency={row.currency}
            strong
            tone={row.owedMinor < 0 ? 'risk' : 'plain'}
          />
        </PageLink>
      ),
      align: 'right',
      sorts: true,
      narrow: 'value',
    },
    {
      id: 'available',
      title: t('money.available'),
      cell: (row) => <Quiet minor={row.availableMinor} currency={row.currency} />,
      align: 'right',
      sorts: true,
      narrow: 'line',
    },
    {
      id: 'overdue',
      title: t('money.ofItOverdue'),
      cell: (row) =>
        row.overdueMinor > 0 ? <Money minor={row.overdueMinor} currency={row.currency} tone="risk" /> : '',
      align: 'right',
      sorts: true,
      narrow: 'line',
    },
    {
      id: 'pending',
      title: t('money.pending'),
      cell: (row) => <Quiet minor={row.pendingMinor} currency={row.currency} />,
      align: 'right',
      sorts: true,
      narrow: 'line',
    },
    {
      id: 'onHold',
      title: t('money.onHold'),
      cell: (row) =>
        row.onHoldMinor > 0 ? <Money minor={row.onHoldMinor} currency={row.currency} tone="warn" /> : '',
      align: 'right',
      sorts: true,
      narrow: 'line',
    },
    {
      id: 'why',
      title: t('columns.blocks'),
      cell: (row) => (
        <>
          <BlockedReasons reasons={row.blockedBecause} currency={row.currency} />
          {row.overdueMinor > 0 && row.blockedBecause.length === 0 ? t('money.nothingBlocks') : null}
          {mayWriteOff && row.owedMinor < 0 && row.clawbackMinor > 0 ? <ProposeWriteOff row={row} /> : null}
        </>
      ),
      narrow: 'bare',
    },
  ];
  const [one] = new Set(rows.rows.map((row) => row.currency));
  const isWhole = !rows.hasMore && rows.rows.length > 1 && rows.rows.every((row) => row.currency === one);
  const total = (of: (row: OwedRow) => number) => (
    <Money minor={rows.rows.reduce((sum, row) => sum + of(row), 0)} currency={one ?? ''} />
  );
  const segments = [
    { value: '', label: t('money.all') },
    ...STATES.map((value) => ({ value, label: t(`money.state.${value}`) })),
  ];
  return (
    <>
      <SegmentTabs
        label={t('money.title')}
        segments={segments}
        value={state ?? ''}
        onChange={(value) => setFilters({ state: value })}
      />
      <DataTable
        label={t('money.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.partnerId}-${row.currency}`}
        rowTo={(row) => paths.partner({ partnerId: row.partnerId }, { tab: 'money' })}
        sort={{ by: order.sortBy, order: order.sortOrder }}
        onSort={(next) => setFilters({ sort: textOfSort(next) })}
        {...(isWhole
          ? {
              totals: {
                partner: t('money.total'),
                owed: total((row) => row.owedMinor),
                available: total((row) => row.availableMinor),
                overdue: total((row) => row.overdueMinor),
                pending: total((row) => row.pendingMinor),
                onHold: total((row) => row.onHoldMinor),
              },
            }
          : {})}
        empty={
          <EmptyState title={t(state ? 'money.noneSuch' : 'money.none')}>
            {state ? null : t('money.noneText')}
          </EmptyState>
        }
      />
    </>
  );
}

/** Nothing is said quietly, so that the eye finds where there is something. */
function Quiet({ minor, currency }: { minor: number; currency: string }) {
  return <Money minor={minor} currency={currency} tone={minor === 0 ? 'dim' : 'plain'} />;
}
