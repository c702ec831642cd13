import { Button } from '@mantine/core';
import { exportStatements, listStatements, type StatementRow } from '../contract.ts';
import {
  Badge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  paths,
  useFilters,
  useRows,
  useWords,
  When,
  type Column,
  type Tone,
} from '@mosty/ui-kit';

export const STATEMENT_STATES = [
  'draft',
  'sent',
  'accepted',
  'accepted_by_silence',
  'objected',
  'resolved',
] as const;
export const STATEMENT_TONE: Record<StatementRow['state'], Tone> = {
  draft: 'warn',
  sent: 'accent',
  accepted: 'plain',
  accepted_by_silence: 'plain',
  objected: 'risk',
  resolved: 'plain',
};

/** What each partner was told for each month, and what it answered. */
export default function StatementsScreen() {
  const t = useWords('payouts');
  const [filters, setFilters] = useFilters(paths.statements);
  const state = STATEMENT_STATES.find((one) => one === filters.state);
  const chosen = { month: filters.month || undefined, partnerId: filters.partner || undefined, state };
  const rows = useRows(listStatements, { query: chosen });
  const filtered = Object.values(chosen).some((value) => value !== undefined);
  const columns: readonly Column<StatementRow>[] = [
    { id: 'partner', title: t('columns.partner'), cell: (row) => row.partnerName },
    { id: 'month', title: t('statement.month'), cell: (row) => <When value={row.month} />, narrow: 'line' },
    {
      id: 'accrued',
      title: t('statement.accrued'),
      cell: (row) => <Money minor={row.accruedMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'back',
      title: t('statement.clawedBack'),
      cell: (row) =>
        row.clawedBackMinor === 0 ? (
          ''
        ) : (
          <Money minor={row.clawedBackMinor} currency={row.currency} tone="warn" />
        ),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'paid',
      title: t('statement.paid'),
      cell: (row) => <Money minor={row.paidMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'closing',
      title: t('statement.closing'),
      cell: (row) => (
        <Money
          minor={row.closingMinor}
          currency={row.currency}
          strong
          tone={row.closingMinor < 0 ? 'risk' : 'plain'}
        />
      ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'state',
      title: t('batch.state'),
      cell: (row) => <Badge tone={STATEMENT_TONE[row.state]}>{t(`statementState.${row.state}`)}</Badge>,
      narrow: 'bare',
    },
  ];
  const [one] = rows.rows;
  const isWhole =
    !rows.hasMore &&
    rows.rows.length > 1 &&
    rows.rows.every((row) => row.currency === one?.currency && row.month === one.month);
  const total = (of: (row: StatementRow) => number) => (
    <Money minor={rows.rows.reduce((sum, row) => sum + of(row), 0)} currency={one?.currency ?? ''} />
  );
  return (
    <>
      <PageHeading
        title={t('statements.title')}
        answer={t('statements.answer')}
        actions={
          <ExportMenu
            of={exportStatements}
            hrefOf={(format) => hrefOf(exportStatements, { query: { ...chosen, format } })}
          />
        }
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'month', kind: 'month', label: t('statement.month') },
          { key: 'partner', kind: 'partner', label: t('columns.partner') },
          {
            key: 'state',
            kind: 'choice',
            label: t('batch.state'),
            options: STATEMENT_STATES.map((value) => ({ value, label: t(`statementState.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t('statements.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.statement({ statementId: row.id })}
        {...(isWhole
          ? {
              totals: {
                partner: t('money.total'),
                accrued: total((row) => row.accruedMinor),
                back: total((row) => row.clawedBackMinor),
                paid: total((row) => row.paidMinor),
                closing: total((row) => row.closingMinor),
              },
            }
          : {})}
        empty={
          filtered ? (
            <EmptyState
              title={t('statements.nothingFound')}
              actions={
                <Button variant="default" onClick={() => setFilters({ month: '', partner: '', state: '' })}>
                  {t('statements.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('statements.none')}>{t('statements.noneText')}</EmptyState>
          )
        }
      />
    </>
  );
}
