import {
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { exportLedger, listLedger, type AccountKind, type LedgerTransaction } from '../contract.ts';
import { Entries } from './Entries.tsx';
import { TrialBalance } from './TrialBalance.tsx';
import { sourcePath } from './source-path.ts';
import classes from './ledger.module.css';

const ACCOUNTS: readonly AccountKind[] = [
  'partner_pending',
  'partner_on_hold',
  'partner_available',
  'clawback_receivable',
  'payout_clearing',
  'commission_expense',
  'fee_expense',
  'bank',
  'write_off',
];

type Partner = NonNullable<LedgerTransaction['entries'][number]['partnerId']>;

/** Every movement of money of one partner, of one account or of all, the last recorded first. */
export default function LedgerScreen() {
  const t = useWords('ledger');
  const [filters, setFilters] = useFilters(paths.ledger);
  const partnerId = (filters.partner || undefined) as Partner | undefined;
  const account = ACCOUNTS.find((one) => one === filters.account);
  const chosen = { partnerId, account, month: filters.month || undefined };
  const rows = useRows(listLedger, { query: chosen });
  const filtered = Object.values(chosen).some((value) => value !== undefined);
  return (
    <>
      <PageHeading
        title={t(partnerId ? 'ledger.titleOf' : 'ledger.title')}
        answer={t('ledger.answer')}
        above={
          partnerId ? <PageLink to={paths.partner({ partnerId })}>{t('ledger.partner')}</PageLink> : null
        }
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          {
            key: 'account',
            kind: 'choice',
            label: t('ledger.account'),
            options: ACCOUNTS.map((value) => ({ value, label: t(`account.${value}`) })),
          },
          { key: 'partner', kind: 'partner', label: t('ledger.whose') },
          { key: 'month', kind: 'month', label: t('ledger.month') },
        ]}
      />
      {partnerId || account ? null : <TrialBalance month={filters.month} />}
      <Section
        title={t('ledger.list')}
        note={t('ledger.listNote')}
        actions={
          <ExportMenu
            of={exportLedger}
            hrefOf={(format) => hrefOf(exportLedger, { query: { ...chosen, format } })}
          />
        }
      >
        <DataTable
          label={t('ledger.list')}
          columns={useColumns()}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t(filtered ? 'ledger.nothingFound' : 'ledger.none')}>
              {filtered ? null : t('ledger.noneText')}
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}

function useColumns(): readonly Column<LedgerTransaction>[] {
  const t = useWords('ledger');
  return [
    {
      id: 'what',
      title: t('ledger.what'),
      cell: (row) => {
        const page = sourcePath(row);
        const words = t(`movement.${row.kind}`, { defaultValue: row.kind });
        return (
          <>
            {page ? <PageLink to={page}>{words}</PageLink> : words}
            {row.reason ? <div className={classes.reason}>{row.reason}</div> : null}
            {row.reversesId ? <div className={classes.reason}>{t('ledger.reverses')}</div> : null}
          </>
        );
      },
    },
    {
      id: 'entries',
      title: t('ledger.entries'),
      cell: (row) => <Entries of={row} />,
      width: 340,
      narrow: 'bare',
    },
    {
      id: 'when',
      title: t('ledger.when'),
      cell: (row) => <When value={row.effectiveAt} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'counts',
      title: t('ledger.counts'),
      cell: (row) => <When value={row.period} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'author',
      title: t('ledger.author'),
      cell: (row) => (
        <>
          {row.authorName ?? t('ledger.program')}, {t('ledger.recorded')}{' '}
          <When value={row.recordedAt} style="short" />
        </>
      ),
      narrow: 'line',
    },
  ];
}
