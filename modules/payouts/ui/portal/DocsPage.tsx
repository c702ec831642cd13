import {
  Badge,
  DataTable,
  EmptyState,
  Money,
  PageHeading,
  paths,
  useFilters,
  useFormat,
  useRows,
  useWords,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { listStatements, type StatementRow } from '../../contract.ts';
import { OwnReceipts } from './OwnReceipts.tsx';
import { OwnStatement } from './OwnStatement.tsx';

const TONE: Partial<Record<StatementRow['state'], Tone>> = {
  sent: 'warn',
  accepted: 'accent',
  objected: 'warn',
};

/** Statements of closed months: what waits for a word, what was answered, and the file of each. */
export default function DocsPage() {
  const t = useWords('payouts');
  const format = useFormat();
  const [filters, set] = useFilters(paths.portalDocs);
  const rows = useRows(listStatements, { query: {} });
  const waiting = rows.rows.filter(({ state }) => state === 'sent').length;
  const columns: readonly Column<StatementRow>[] = [
    {
      id: 'month',
      title: t('own.docs.month'),
      cell: (row) => t('own.docs.of', { month: format.when(row.month, 'month') }),
      narrow: 'title',
    },
    {
      id: 'closing',
      title: t('own.docs.closing'),
      cell: (row) => <Money minor={row.closingMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'state',
      title: '',
      cell: (row) => (
        <>
          <Badge tone={TONE[row.state] ?? 'plain'}>{t(`own.docs.state.${row.state}`)}</Badge>{' '}
          {row.state === 'sent' && row.answerBy ? t('own.docs.by', { day: format.when(row.answerBy) }) : null}
        </>
      ),
      narrow: 'bare',
    },
  ];
  const opened = rows.rows.find(({ month }) => month === filters.month);
  return (
    <>
      <PageHeading
        title={t('own.docs.title')}
        answer={
          rows.loading
            ? null
            : waiting > 0
              ? t('own.docs.waiting', { count: waiting })
              : t('own.docs.nothing')
        }
      />
      <DataTable
        label={t('own.docs.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => set({ month: row.month })}
        empty={<EmptyState title={t('own.docs.none')}>{t('own.docs.noneText')}</EmptyState>}
      />
      <OwnReceipts />
      {opened ? <OwnStatement statementId={opened.id} onClose={() => set({ month: '' })} /> : null}
    </>
  );
}
